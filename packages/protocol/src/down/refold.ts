/** `refold`: your sight of the meeting has changed (another seat); forget the state and join again from 0. */
import { idSchema } from '@mufakat/domain';
import * as z from 'zod';

export const refoldSchema = z.strictObject({ meetingId: idSchema });
export type RefoldFrame = z.infer<typeof refoldSchema>;
