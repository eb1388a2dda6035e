/** Wire shapes that commands and events of the minutes share. */
import * as z from 'zod';
import { idSchema } from '../ids';

/** A part with prose of its own: before the items, after them, or one agenda item by its id. */
export const partSchema = z.union([z.literal('opening'), z.literal('closing'), idSchema]);
export type MinutesPart = z.infer<typeof partSchema>;

/** In which capacity the minutes are signed. */
export const capacities = ['chair', 'secretary', 'witness'] as const;
export type Capacity = (typeof capacities)[number];
