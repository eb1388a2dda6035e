// Wrong on purpose. expect: tally-imports-only
import { readFileSync } from 'node:fs';
export const count = readFileSync;
