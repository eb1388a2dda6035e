// Wrong on purpose: see ../../canary.mjs.

import { type Shape } from './shape.ts';
import { Colour } from './shape.ts'; // expect: @typescript-eslint/consistent-type-imports

export function anything(value: any): void { // expect: @typescript-eslint/no-explicit-any
  const typed: string = value; // expect: @typescript-eslint/no-unsafe-assignment
  work(); // expect: @typescript-eslint/no-floating-promises
  console.log(typed == 'x'); // expect: eqeqeq
}

async function work(): Promise<void> {
  await Promise.resolve();
}

export function area(shape: Shape): number {
  switch (shape.kind) { // expect: @typescript-eslint/switch-exhaustiveness-check
    case 'circle':
      return 1;
  }
  return 0;
}

export const first = (list: readonly Colour[]): string => list[0]!; // expect: @typescript-eslint/no-non-null-assertion
export const trusted = (input: unknown): Shape => input as Shape; // expect: @typescript-eslint/no-unsafe-type-assertion
