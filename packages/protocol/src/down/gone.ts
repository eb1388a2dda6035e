/** `gone`: you are no longer in this meeting, or the server is going down; `code` says which. */
import { idSchema, refusalCodes } from '@mufakat/domain';
import * as z from 'zod';

export const goneSchema = z.strictObject({ meetingId: idSchema.nullable(), code: z.enum(refusalCodes) });
export type GoneFrame = z.infer<typeof goneSchema>;
