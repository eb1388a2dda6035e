/** Events about people, version 1. */
import * as z from 'zod';
import { idSchema } from '../ids';
import { roles } from '../permissions';
import { wordsSchema } from '../words-schema';

const seat = { partnerId: idSchema.nullable(), roles: z.array(z.enum(roles)), votes: z.boolean() };

const seated = z.strictObject({
  type: z.literal('person.seated'),
  personId: idSchema,
  name: wordsSchema,
  /** Free text, so it can be erased like the name. */
  address: wordsSchema,
  ...seat,
  /** Whether they wait to be let in. */
  waits: z.boolean(),
});
const seatChanged = z.strictObject({ type: z.literal('seat.changed'), personId: idSchema, ...seat });
const admitted = z.strictObject({ type: z.literal('people.admitted'), personIds: z.array(idSchema) });
const renamed = z.strictObject({
  type: z.literal('person.renamed'),
  personId: idSchema,
  name: wordsSchema,
  address: wordsSchema,
});
const removed = z.strictObject({
  type: z.literal('person.removed'),
  personId: idSchema,
  blocked: z.boolean(),
});
const unblocked = z.strictObject({ type: z.literal('person.unblocked'), personId: idSchema });
const handedOver = z.strictObject({ type: z.literal('chair.handed-over'), from: idSchema, to: idSchema });
/** The line of every chair was gone; those named are chairs no more. */
const taken = z.strictObject({ type: z.literal('chair.taken'), from: z.array(idSchema), by: idSchema });
const linkIssued = z.strictObject({ type: z.literal('link.issued'), personId: idSchema, linkId: idSchema });
const linkRevoked = z.strictObject({ type: z.literal('link.revoked'), personId: idSchema, linkId: idSchema });
const signed = z.strictObject({ type: z.literal('attendance.signed'), personId: idSchema });
const left = z.strictObject({ type: z.literal('attendance.left'), personId: idSchema });
/** The words named are deleted beside the chain in the same transaction. */
const erased = z.strictObject({
  type: z.literal('person.erased'),
  personId: idSchema,
  wordsIds: z.array(idSchema),
});
const takenBack = z.strictObject({ type: z.literal('words.taken-back'), wordsIds: z.array(idSchema) });

export const peopleEvents = [
  seated,
  seatChanged,
  admitted,
  renamed,
  removed,
  unblocked,
  handedOver,
  taken,
  linkIssued,
  linkRevoked,
  signed,
  left,
  erased,
  takenBack,
] as const;
export type PeopleEvent = z.infer<(typeof peopleEvents)[number]>;
