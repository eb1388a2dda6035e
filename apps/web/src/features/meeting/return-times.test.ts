import { expect, it } from 'vitest';
import { returnTimes } from './return-times';

it('ends pauses on full five minutes, all of them still to come', () => {
  for (const now of [0, 1, 149_999, 150_001, 299_999].map((part) => 1_700_000_100_000 + part)) {
    const times = returnTimes(now);
    expect(times.every(({ at }) => at > now && at % 300_000 === 0)).toBe(true);
    for (const { minutes, at } of times)
      expect(Math.abs(at - now - minutes * 60_000)).toBeLessThanOrEqual(300_000);
  }
});
