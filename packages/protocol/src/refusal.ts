/** How every door says no: the code, from the closed list. The sentence is worded on the side that shows it. */
import { refusalCodes } from '@mufakat/domain';
import * as z from 'zod';

export const refusalCodeSchema = z.enum(refusalCodes);
export const refusalSchema = z.strictObject({ ok: z.literal(false), code: refusalCodeSchema });
export type Refusal = z.infer<typeof refusalSchema>;
