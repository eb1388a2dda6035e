/** The lot: fair, and the same for whoever draws it again. */
import { describe, expect, test } from 'vitest';
import { yesOrNoByLot } from './lot';

const ending = (last: string): string => `${'5'.repeat(64 - last.length)}${last}`;

describe('yes or no by lot', () => {
  test('[T22] by the last digit: even or odd, each as often as the other', () => {
    const drawn = [...'0123456789abcdef'].map((last) => yesOrNoByLot(ending(last)));
    expect(drawn).toEqual(Array.from({ length: 8 }, () => ['yes', 'no']).flat());
  });

  test('[T19] a seed of another form', () => {
    for (const seed of ['12', ending('A'), `${ending('a')}0`, ending('g'), '']) {
      expect(() => yesOrNoByLot(seed)).toThrow(RangeError);
    }
  });
});
