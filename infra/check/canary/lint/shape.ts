// What the canary beside it uses; right, so that only planted errors are found.

export type Shape = { kind: 'circle' } | { kind: 'square' };
export type Colour = 'red' | 'blue';
