// Wrong on purpose where neither a page nor a process may be known: see ../../canary.mjs.

export const page: unknown = document; // expect: TS2584
export const environment: unknown = process; // expect: TS2591
export const timer: unknown = setTimeout; // expect: TS2304
export const network: unknown = fetch; // expect: TS2304
export const log: unknown = console; // expect: TS2584
