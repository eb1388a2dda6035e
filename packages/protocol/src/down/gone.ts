/** `gone`: you are no longer in this meeting, or the server is going down; `code` says which. */
import { idSchema } from '@mufakat/domain';
import * as z from 'zod';
import { refusalCodeSchema } from '../refusal';

export const goneSchema = z.strictObject({ meetingId: idSchema.nullable(), code: refusalCodeSchema });
export type GoneFrame = z.infer<typeof goneSchema>;
