/** For the tests of election files: made-up elections, with names that are hard to write. */
import fc from 'fast-check';
import { isPrintable } from './checks';
import { settingWords, type ElectionFile } from './election-file';

const names = fc
  .oneof(
    fc.constantFrom(
      'A',
      'B',
      'C',
      'Dewi',
      'count',
      'suara',
      'Ballot',
      '1',
      '2',
      'Pilihan 1',
      '0',
      '-1',
      '=A1',
      "'+",
      'a "b"',
      '#',
      ';',
      ',',
      '""',
      '__proto__',
      ' x',
    ),
    fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
  )
  .filter((name) => name.trim() !== '' && isPrintable(name));

/** Valid elections; ballots of both kinds, or of the one named. */
export function electionFiles(kind?: 'ranked'): fc.Arbitrary<ElectionFile> {
  return fc
    .uniqueArray(names, { minLength: 1, maxLength: 6 })
    .chain((candidates) =>
      fc.record({
        settings: settings(candidates),
        ballots:
          kind === 'ranked'
            ? ranked(candidates.length)
            : fc.oneof(ranked(candidates.length), marked(candidates.length)),
      }),
    )
    .map(({ settings: said, ballots }) => ({ ...said, ...ballots }));
}

function settings(candidates: string[]) {
  const indexes = [...candidates.keys()];
  return fc.record({
    title: fc.oneof(fc.constant(''), names),
    method: fc.constantFrom(null, 'irv', 'schulze', 'stv-scottish'),
    seats: fc.integer({ min: 1, max: 9 }),
    candidates: fc.constant(candidates),
    withdrawn: fc.subarray(indexes),
    unranked: fc.constantFrom(null, 'last' as const, 'exhausted' as const),
    strength: fc.constantFrom(null, 'margins' as const, 'winning' as const),
    settings: fc.record(
      {
        stopAt: fc.constantFrom(...settingWords.stopAt),
        unrankedPoints: fc.constantFrom(...settingWords.unrankedPoints),
        least: fc.integer({ min: -9, max: 0 }),
        budget: fc.nat(99),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
    tieOrder: fc.oneof(fc.constant(null), fc.shuffledSubarray(indexes, { minLength: indexes.length })),
  });
}

const counts = fc.integer({ min: 1, max: 1_000 });

function ranked(candidates: number) {
  const ballot = fc.record({
    count: counts,
    ranking: fc.array(fc.nat(candidates), { minLength: candidates, maxLength: candidates }).map(rankingOf),
  });
  return fc.record({
    kind: fc.constant('ranked' as const),
    grades: fc.constant(null),
    ballots: fc.array(ballot, { maxLength: 6 }),
  });
}

/** From the rank of each candidate; the last rank is none. */
function rankingOf(ranks: number[]): number[][] {
  const ranking: number[][] = [];
  ranks.forEach((rank, candidate) => {
    if (rank === ranks.length) return;
    while (ranking.length <= rank) ranking.push([]);
    ranking[rank]?.push(candidate);
  });
  return ranking;
}

function marked(candidates: number) {
  const marks = fc.array(fc.option(fc.integer({ min: -2, max: 9 })), {
    minLength: candidates,
    maxLength: candidates,
  });
  const ballot = fc.record({ count: counts, marks });
  return fc.record({
    kind: fc.constant('marked' as const),
    grades: fc.option(fc.uniqueArray(names, { minLength: 1, maxLength: 5 })),
    ballots: fc.array(ballot, { minLength: 1, maxLength: 6 }),
  });
}
