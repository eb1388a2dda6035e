// Wrong on purpose: see ../../canary.mjs.

const list: readonly string[] = [];

export const wrongType: number = 'text'; // expect: TS2322
export const unchecked: string = list[0]; // expect: TS2322
export const implicit = (value) => value as string; // expect: TS7006
