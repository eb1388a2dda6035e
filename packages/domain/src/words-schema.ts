/** The wire shape of words. Apart from words.ts, so that a page which only reads them loads no schemas. */
import * as z from 'zod';
import { idSchema } from './ids';
import type { Words } from './words';

export const wordsSchema = z.union([
  z.strictObject({ id: idSchema, text: z.string() }),
  z.strictObject({ id: idSchema, erased: z.literal(true) }),
]) satisfies z.ZodType<Words>;
