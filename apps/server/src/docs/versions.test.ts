import { wireLimits } from '@mufakat/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Versions } from './versions';

const minute = 60_000;

function versionsOf(...marks: [at: number, by: string][]) {
  const versions = new Versions();
  marks.forEach(([at, by], index) => versions.add({ n: index + 1, at, by }));
  return versions.newestFirst();
}

test('what is written in one go is one version, by all who wrote; a pause of two minutes ends it', () => {
  expect(
    versionsOf(
      [0, 'ana'],
      [minute, 'budi'],
      [1.5 * minute, 'ana'],
      [3.5 * minute, 'budi'],
      [9 * minute, 'ana'],
    ),
  ).toEqual([
    { n: 5, at: 9 * minute, by: ['ana'] },
    { n: 4, at: 3.5 * minute, by: ['budi'] },
    { n: 3, at: 1.5 * minute, by: ['ana', 'budi'] },
  ]);
});

test('who writes on and on makes a version every ten minutes', () => {
  const marks = Array.from({ length: 25 }, (_, n): [number, string] => [n * minute, 'ana']);
  expect(versionsOf(...marks).map(({ n }) => n)).toEqual([25, 20, 10]);
});

test('nothing was written: no versions; a clock set back does not turn their order round', () => {
  expect(versionsOf()).toEqual([]);
  expect(versionsOf([10 * minute, 'ana'], [5 * minute, 'budi'])).toEqual([
    { n: 2, at: 10 * minute, by: ['ana', 'budi'] },
  ]);
});

test('the newest are kept', () => {
  const marks = Array.from({ length: 3 * wireLimits.versionsShown }, (_, n): [number, string] => [
    n * 3 * minute,
    'ana',
  ]);
  const versions = versionsOf(...marks);
  expect(versions).toHaveLength(wireLimits.versionsShown);
  expect(versions[0]?.n).toBe(3 * wireLimits.versionsShown);
});

test('whatever the times: numbers fall, times never rise, everyone who wrote stands somewhere', () => {
  const mark = fc.tuple(fc.nat(30 * minute), fc.constantFrom('ana', 'budi', 'citra'));
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 60 }), (marks) => {
      const sorted = marks.sort(([a], [b]) => a - b);
      const versions = versionsOf(...sorted);
      versions.forEach(({ n, at }, index) => {
        const older = versions[index + 1];
        expect(n > (older?.n ?? 0) && at >= (older?.at ?? 0)).toBe(true);
      });
      expect(versions[0]?.n ?? 0).toBe(marks.length);
      expect(new Set(versions.flatMap(({ by }) => by))).toEqual(new Set(marks.map(([, by]) => by)));
    }),
  );
});
