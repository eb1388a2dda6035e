/** Real elections with their published results (tests/tally/data/README.md): every round, to the last decimal. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Election } from './election';
import type { MethodResult } from './method-result';
import { tallyElection } from './tally-election';

type Published = {
  method: 'irv' | 'stv-scottish' | 'schulze' | 'ranked-pairs' | 'borda';
  seats: number;
  candidates: string[];
  ballots: { count: number; ranking: number[][] }[];
  unranked?: 'last' | 'exhausted';
  strength?: 'margins' | 'winning';
  tieBreak?: 'candidate-order';
  expected: {
    elected?: string[];
    rounds?: { votes: Record<string, number | string>; nonTransferable?: string }[];
    quota?: number;
    ranking?: string[][];
    points?: Record<string, number>;
  };
};

const folder = new URL('../../../../tests/tally/data/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('published results', () => {
  test.each(files)('%s', (name) => {
    const file = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Published;
    const result = tallyElection(electionOf(file));
    const { expected } = file;
    if (expected.elected) expect(namesOf(result.elected, file)).toEqual(expected.elected);
    if (expected.ranking)
      expect(result.ranking.map((group) => namesOf(group, file))).toEqual(expected.ranking);
    if (expected.points && result.method === 'borda')
      expect(byName(result.points.map(Number), file)).toEqual(expected.points);
    if (expected.quota && result.method === 'stv-scottish') expect(result.quota).toBe(expected.quota);
    if (expected.rounds) expectRounds(result, file, expected.rounds);
    expect(result.unfilled).toBeNull();
  });
});

function expectRounds(result: MethodResult, file: Published, rounds: Published['expected']['rounds'] = []) {
  if (result.method === 'stv-scottish') {
    const counted = result.rounds.map(({ votes, nonTransferable }) => ({
      nonTransferable,
      votes: byName(votes, file),
    }));
    expect(counted).toEqual(rounds);
    return;
  }
  // The source of this one publishes the first round and the last.
  if (result.method !== 'irv') throw new Error(`no rounds: ${result.method}`);
  const votes = [result.rounds[0]!, result.rounds.at(-1)!].map((round) => byName(round.votes, file));
  expect(votes).toEqual(rounds.map((round) => round.votes));
}

function electionOf({ candidates, tieBreak, ...file }: Published): Election {
  const poll = {
    options: candidates,
    seats: file.seats,
    tieOrder: tieBreak ? { order: [...candidates.keys()], from: 'listed' as const } : null,
    ballots: file.ballots,
  };
  const { method, unranked = 'exhausted', strength = 'margins' } = file;
  switch (method) {
    case 'stv-scottish':
      return { ...poll, method };
    case 'irv':
      return {
        ...poll,
        method,
        unranked,
        skippedRanks: 'pass-over',
        equalRanks: 'exhaust',
        stopAt: 'majority',
      };
    case 'borda':
      return { ...poll, method, unrankedPoints: unranked === 'last' ? 'average' : 'zero' };
    default:
      return { ...poll, method, unranked, strength };
  }
}

function namesOf(options: readonly number[], { candidates }: Published): string[] {
  return options.map((option) => candidates[option]!);
}

function byName<V>(figures: readonly (V | null)[], { candidates }: Published): Record<string, V> {
  const entries = figures.flatMap((figure, option): [string, V][] =>
    figure === null ? [] : [[candidates[option]!, figure]],
  );
  return Object.fromEntries(entries);
}
