import { expect, it } from 'vitest';
import { missingLetters, normalizeCode, showCode } from './join-code';

it('forgives case, gaps, dashes and what is pasted around a code', () => {
  expect(normalizeCode(' k7m-2qx ')).toBe('K7M2QX');
  expect(normalizeCode('K7M 2QX99')).toBe('K7M2QX');
  expect(showCode('k7m')).toBe('K7M');
  expect(showCode('k7m2')).toBe('K7M 2');
  expect(showCode('K7M 2QX')).toBe('K7M 2QX');
  expect(missingLetters('K7M 2Q')).toBe(1);
});
