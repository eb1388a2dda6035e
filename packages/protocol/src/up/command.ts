/**
 * `command`: ask for a change of facts. `id` is the client's and is kept over retries: the same id is answered as
 * before and never done twice. The ack comes after the change is on disk.
 */
import { idSchema, meetingCommandSchema } from '@mufakat/domain';
import * as z from 'zod';
import { refusalSchema } from '../refusal';

export const commandSchema = z.strictObject({
  id: idSchema,
  meetingId: idSchema,
  command: meetingCommandSchema,
});
export type CommandMessage = z.infer<typeof commandSchema>;

export const commandAckSchema = z.union([
  z.strictObject({
    ok: z.literal(true),
    /** Of the last event that the command made. */
    seq: z.int(),
  }),
  refusalSchema,
]);
export type CommandAck = z.infer<typeof commandAckSchema>;
