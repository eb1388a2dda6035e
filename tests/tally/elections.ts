/**
 * Made-up elections for every method, by fast-check: few options, few papers and small numbers, so that ties, cycles, short
 * ballots, equal and skipped ranks, blank papers and broken ties are the rule and not the exception.
 */
import fc from 'fast-check';
import type { Election, Method, Poll } from '@mufakat/tally';

export function electionsOf(method: Method): fc.Arbitrary<Election> {
  const made = fc.integer({ min: 1, max: 5 }).chain((options) => ofMethod(method, options));
  const mirrored = made.chain((election) =>
    fc
      .shuffledSubarray([...election.options.keys()], { minLength: election.options.length })
      .map((swap) => mirroredBy(election, swap)),
  );
  return fc.oneof({ arbitrary: made, weight: 2 }, { arbitrary: mirrored, weight: 1 });
}

/**
 * The first papers, and the same with the options swapped again and again until they are as at first: whoever is swapped is
 * equal in all, which makes ties of several, and cycles.
 */
function mirroredBy(election: Election, swap: readonly number[]): Election {
  const to = (option: number): number => swap[option] ?? option;
  switch (election.method) {
    case 'plurality':
      return {
        ...election,
        ballots: orbits(election.ballots, (b) => ({ ...b, choice: b.choice === null ? null : to(b.choice) })),
      };
    case 'approval':
      return { ...election, ballots: orbits(election.ballots, (b) => ({ ...b, marks: b.marks.map(to) })) };
    case 'hand-count':
      return election;
    case 'irv':
    case 'stv-scottish':
    case 'stv-meek':
    case 'schulze':
    case 'ranked-pairs':
    case 'borda': {
      const ballots = orbits(election.ballots, (b) => ({
        ...b,
        ranking: b.ranking.map((rank) => rank.map(to)),
      }));
      return { ...election, ballots };
    }
    case 'score':
    case 'dots':
    case 'quadratic':
    case 'star':
    case 'majority-judgment':
    case 'temperature': {
      const ballots = orbits(election.ballots, (b) => ({
        ...b,
        figures: b.figures.map((_, option) => b.figures[swap.indexOf(option)] ?? null),
      }));
      return { ...election, ballots };
    }
  }
}

/** Six of each of the first two: what has come round by then is equal in all. */
function orbits<Ballot>(ballots: readonly Ballot[], step: (ballot: Ballot) => Ballot): Ballot[] {
  return ballots.slice(0, 2).flatMap((ballot) => {
    const all = [ballot];
    for (let next = step(ballot); all.length < 6; next = step(next)) all.push(next);
    return all;
  });
}

function ofMethod(method: Method, options: number): fc.Arbitrary<Election> {
  const ranked = (seats: number) => ({
    ...poll(options, seats),
    ballots: ballotsOf('ranking', rankings(options)),
  });
  const figured = (seats: number, least: number, most: number) => ({
    ...poll(options, seats),
    ballots: ballotsOf('figures', figures(options, least, most)),
  });
  const several = Math.max(1, options - 1);
  switch (method) {
    case 'plurality':
      return fc.record({
        method: fc.constant(method),
        ...poll(options, several),
        ballots: ballotsOf('choice', fc.option(fc.nat(options - 1), { freq: 5 })),
      });
    case 'approval':
      return fc.record({
        method: fc.constant(method),
        ...poll(options, several),
        most: fc.constant(null),
        ballots: ballotsOf('marks', fc.subarray([...Array(options).keys()])),
      });
    case 'score':
      return fc.record({
        method: fc.constant(method),
        ...figured(several, -1, 3),
        least: fc.constant(-1),
        most: fc.constant(3),
        unscored: fc.constantFrom('zero' as const, 'skipped' as const),
        by: fc.constantFrom('sum' as const, 'mean' as const),
      });
    case 'dots':
      return fc.record({
        method: fc.constant(method),
        ...figured(several, 0, 2),
        budget: fc.constant(2 * options),
        cap: fc.constant(null),
        leftovers: fc.constant('allowed' as const),
      });
    case 'quadratic':
      return fc.record({
        method: fc.constant(method),
        ...figured(several, -2, 2),
        credits: fc.constant(4 * options),
        against: fc.constant('allowed' as const),
      });
    case 'irv':
      return fc.record({
        method: fc.constant(method),
        ...ranked(1),
        unranked: unranked(),
        skippedRanks: fc.constantFrom('pass-over' as const, 'exhaust' as const, 'exhaust-at-two' as const),
        equalRanks: fc.constantFrom(
          'exhaust' as const,
          'pass-over' as const,
          'exhaust-while-several' as const,
        ),
        stopAt: fc.constantFrom('majority' as const, 'two' as const),
      });
    case 'stv-scottish':
      return fc.record({ method: fc.constant(method), ...ranked(several) });
    case 'stv-meek':
      return fc.record({ method: fc.constant(method), ...ranked(several) });
    case 'schulze':
      return fc.record({
        method: fc.constant(method),
        ...ranked(several),
        unranked: unranked(),
        strength: strength(),
      });
    case 'ranked-pairs':
      return fc.record({
        method: fc.constant(method),
        ...ranked(several),
        unranked: unranked(),
        strength: strength(),
      });
    case 'borda':
      return fc.record({
        method: fc.constant(method),
        ...ranked(several),
        unrankedPoints: fc.constantFrom('average' as const, 'zero' as const, 'modified' as const),
      });
    case 'star':
      return fc.record({ method: fc.constant(method), ...figured(1, 0, 2), most: fc.constant(2) });
    case 'majority-judgment':
      return fc.record({
        method: fc.constant(method),
        ...figured(several, 0, 2),
        grades: fc.constant(['poor', 'fair', 'good']),
      });
    case 'temperature':
      return fc.record({ method: fc.constant(method), ...figured(0, 0, 4) });
    case 'hand-count':
      return fc.record({
        method: fc.constant(method),
        ...poll(options, several),
        numbers: fc.array(fc.nat(4), { minLength: options, maxLength: options }),
        present: fc.constant(null),
        by: fc.constant('secretary'),
      });
  }
}

type Fields<Shape> = { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> };

function poll(options: number, mostSeats: number): Fields<Poll> {
  const indexes = [...Array(options).keys()];
  const order = fc.record({
    order: fc.shuffledSubarray(indexes, { minLength: options }),
    from: fc.constantFrom('lot' as const, 'chair' as const, 'listed' as const),
  });
  return {
    options: fc.constant(indexes.map((index) => 'ABCDE'.charAt(index))),
    seats: fc.integer({ min: Math.min(1, mostSeats), max: mostSeats }),
    tieOrder: fc.option(order, { freq: 1 }),
  };
}

function ballotsOf<Key extends string, Said>(key: Key, said: fc.Arbitrary<Said>) {
  const papers = fc.record({ count: fc.integer({ min: 1, max: 4 }), weight: fc.constantFrom(1, 1, 1, 2) });
  const ballot = fc
    .tuple(said, papers)
    .map(
      ([each, more]) => ({ ...more, [key]: each }) as { count: number; weight: number } & Record<Key, Said>,
    );
  return fc.array(ballot, { maxLength: 8 });
}

function figures(options: number, least: number, most: number) {
  const figure = fc.option(fc.integer({ min: least, max: most }), { freq: 5 });
  return fc.array(figure, { minLength: options, maxLength: options });
}

/** Mostly whole and strict; the others have ties, gaps, or an early end. */
function rankings(options: number): fc.Arbitrary<number[][]> {
  const indexes = [...Array(options).keys()];
  const strict = fc.shuffledSubarray(indexes).map((ranked) => ranked.map((option) => [option]));
  const whole = fc
    .shuffledSubarray(indexes, { minLength: options })
    .map((ranked) => ranked.map((option) => [option]));
  const loose = fc.array(fc.nat(options), { minLength: options, maxLength: options }).map((ranks) => {
    const ranking: number[][] = [];
    for (const [option, rank] of ranks.entries()) {
      if (rank === options) continue;
      while (ranking.length <= rank) ranking.push([]);
      ranking[rank]?.push(option);
    }
    return ranking;
  });
  return fc.oneof(whole, strict, loose);
}

function unranked() {
  return fc.constantFrom('last' as const, 'exhausted' as const);
}

function strength() {
  return fc.constantFrom('margins' as const, 'winning' as const);
}
