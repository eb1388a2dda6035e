/** `ballot`: cast or change a ballot. Acked after the flush; the same `ballotId` counts once, however often sent. */
import { ballotSchema, idSchema } from '@mufakat/domain';
import * as z from 'zod';
import { refusalSchema } from '../refusal';

export const ballotMessageSchema = z.strictObject({ meetingId: idSchema, ballot: ballotSchema });
export type BallotMessage = z.infer<typeof ballotMessageSchema>;

export const ballotAckSchema = z.union([z.strictObject({ ok: z.literal(true) }), refusalSchema]);
export type BallotAck = z.infer<typeof ballotAckSchema>;
