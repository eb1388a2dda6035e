// Wrong on purpose: see ../../../canary.mjs. Each line breaks "no clock, no randomness, no promise".

export const now = Date.now(); // expect: no-restricted-properties
export const today = new Date(); // expect: no-restricted-syntax
export const known = new Date(0);
export const chance = Math.random(); // expect: no-restricted-properties
export const id = crypto.randomUUID(); // expect: no-restricted-globals
export const timer = setTimeout(() => undefined, 1); // expect: no-restricted-globals
export const reply = fetch('/'); // expect: no-restricted-globals
export const later = Promise.resolve(1); // expect: no-restricted-globals

export async function wait(): Promise<void> { // expect: no-restricted-syntax
  await reply; // expect: no-restricted-syntax
}

export function visible(event: 'said' | 'whispered'): boolean {
  switch (event) { // expect: @typescript-eslint/switch-exhaustiveness-check
    case 'whispered':
      return false;
    default:
      return true;
  }
}
