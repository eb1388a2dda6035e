/** Commands about people: coming in, seats, links, attendance, erasure. */
import * as z from 'zod';
import { idSchema } from '../ids';
import { limits } from '../limits';
import { roles } from '../permissions';

const name = z.string().trim().min(1).max(limits.nameLength);
/** How the person wants to be addressed (Bapak, Ibu, a title), free text. */
const address = z.string().trim().max(40);
const seat = {
  partnerId: idSchema.nullable(),
  roles: z.array(z.enum(roles)).min(1).max(6),
  votes: z.boolean(),
};

/** Someone comes in by the open code: given by access/ alone, on behalf of nobody. */
const come = z.strictObject({
  type: z.literal('person.come'),
  name,
  address,
  partnerId: idSchema.nullable(),
});
const seatPerson = z.strictObject({ type: z.literal('person.seat'), name, address, ...seat });
const changeSeat = z.strictObject({ type: z.literal('seat.change'), personId: idSchema, ...seat });
/** Lets in those who wait. */
const admit = z.strictObject({
  type: z.literal('people.admit'),
  personIds: z.array(idSchema).min(1).max(limits.admittedAtOnce),
});
/** As the person wants to be called and addressed; one's own, or anyone's for those who let people in. */
const rename = z.strictObject({ type: z.literal('person.rename'), personId: idSchema, name, address });
/** Takes someone out of the meeting; with `block` their devices do not come in by the open code again. */
const remove = z.strictObject({ type: z.literal('person.remove'), personId: idSchema, block: z.boolean() });
const unblock = z.strictObject({ type: z.literal('person.unblock'), personId: idSchema });
/** Before speaking to the matter, or when leaving. */
const handOverChair = z.strictObject({ type: z.literal('chair.hand-over'), to: idSchema });
/** When the lines of all chairs are gone. */
const takeChair = z.strictObject({ type: z.literal('chair.take') });
const issueLink = z.strictObject({ type: z.literal('link.issue'), personId: idSchema });
const revokeLink = z.strictObject({ type: z.literal('link.revoke'), personId: idSchema });
const sign = z.strictObject({ type: z.literal('attendance.sign') });
const leave = z.strictObject({ type: z.literal('attendance.leave') });
const erase = z.strictObject({ type: z.literal('person.erase'), personId: idSchema });
const takeBack = z.strictObject({ type: z.literal('words.take-back'), wordsId: idSchema });

export const peopleCommands = [
  come,
  seatPerson,
  changeSeat,
  admit,
  rename,
  remove,
  unblock,
  handOverChair,
  takeChair,
  issueLink,
  revokeLink,
  sign,
  leave,
  erase,
  takeBack,
] as const;
export type PeopleCommand = z.infer<(typeof peopleCommands)[number]>;
