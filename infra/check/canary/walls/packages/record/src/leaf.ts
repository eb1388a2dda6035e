// Right: what another package may not reach for.
export type Leaf = string;
