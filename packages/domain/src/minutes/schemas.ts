/** The wire shape that commands and events of the minutes share. */
import * as z from 'zod';
import { idSchema } from '../ids';

/** A part with prose of its own: before the items, after them, or one agenda item by its id. */
export const partSchema = z.union([z.literal('opening'), z.literal('closing'), idSchema]);
export type MinutesPart = z.infer<typeof partSchema>;
