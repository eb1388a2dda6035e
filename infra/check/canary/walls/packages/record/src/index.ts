// Wrong on purpose, in a type alone. expect: record-imports-only
import type { Meeting } from '../../domain/src/index.ts';
export type Leaf = Meeting;
