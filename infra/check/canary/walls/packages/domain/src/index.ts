// Wrong on purpose, in a type alone. expect: domain-imports-only front-door
import type { Leaf } from '../../record/src/leaf.ts';
export type Meeting = Leaf;
