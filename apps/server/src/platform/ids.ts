/** Ids, salts, tokens and codes from the system's random source. */
import { randomBytes, randomInt } from 'node:crypto';
import type { Ids } from './ports';

/** Letters that nobody mistakes for another, on paper or by ear; no vowels, so that no word appears. */
export const codeLetters = 'BCDFGHJKLMNPQRSTVWXZ';
export const codeLength = 6;

export const systemIds: Ids = {
  newId: () => randomBytes(16).toString('base64url'),
  newSalt: () => randomBytes(16).toString('hex'),
  newToken: () => randomBytes(32).toString('base64url'),
  newCode: () =>
    Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join(''),
};
