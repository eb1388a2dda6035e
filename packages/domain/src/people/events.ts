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
});
const seatChanged = z.strictObject({ type: z.literal('seat.changed'), personId: idSchema, ...seat });
const removed = z.strictObject({ type: z.literal('person.removed'), personId: idSchema });
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
  removed,
  linkIssued,
  linkRevoked,
  signed,
  left,
  erased,
  takenBack,
] as const;
export type PeopleEvent = z.infer<(typeof peopleEvents)[number]>;
