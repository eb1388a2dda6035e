// Right: what another package may not reach for.
export const inner = 1;
