/**
 * Scottish STV with single papers in piles, moved by hand.
 * Source: the Scottish Local Government Elections Order 2007, SSI 2007/42, schedule 1, rules 45 to 52
 * (https://www.legislation.gov.uk/ssi/2007/42/schedule/1/made). As in the counts that Glasgow's results come from, the papers of
 * whoever is excluded last are still moved before the last vacancies are filled.
 */
import { Decimals, largest, smallest, sum } from './decimals';
import { countsOf, indexes, papersOf, type RankedPoll, type Ranking } from './papers';
import { apart } from './places';

const five = new Decimals(5);

type Paper = { choices: number[]; value: bigint };
type Stage = { votes: bigint[]; round: unknown };

export function stvScottish(poll: RankedPoll) {
  return new Count(poll).result();
}

class Count {
  readonly #piles: Paper[][];
  readonly #quota: bigint;
  readonly #valid: number;
  readonly #stages: Stage[] = [];
  #continuing: number[];
  #elected: number[] = [];
  /** The elected; those elected at once and equal in all stand together. */
  readonly #ranks: number[][] = [];
  #out: number[] = [];
  #moved: number[] = [];
  #spent = 0n;
  #unfilled: { seats: number; between: number[] } | null = null;

  constructor(private readonly poll: RankedPoll) {
    this.#continuing = indexes(poll);
    const papers = papersOf(poll.ballots)
      .map(({ ranking }) => ({ choices: choicesOf(ranking), value: five.one }))
      .filter(({ choices }) => choices.length > 0);
    this.#valid = papers.length;
    this.#quota = BigInt(Math.floor(papers.length / (poll.seats + 1)) + 1) * five.one;
    this.#piles = this.#continuing.map((option) => papers.filter(({ choices }) => choices[0] === option));
  }

  result() {
    if (this.#valid > 0) this.#end({ kind: 'first' });
    while (this.#valid > 0 && !this.#complete() && this.#next());
    const rest = this.#unfilled ? [this.#continuing] : this.#byVotes(this.#continuing);
    return {
      counts: countsOf(this.poll.ballots, ({ ranking }) => choicesOf(ranking).length > 0),
      quota: Number(this.#quota / five.one),
      elected: this.#elected,
      ranking: [...this.#ranks, ...rest, ...this.#out.map((option) => [option])],
      unfilled: this.#unfilled,
      rounds: this.#stages.map(({ round }) => round),
    };
  }

  #complete(): boolean {
    return this.#elected.length >= this.poll.seats || this.#continuing.length === 0;
  }

  /** One more stage; false where a lot would be needed. */
  #next(): boolean {
    const over = this.#elected.filter(
      (option) => this.#votes(option) > this.#quota && !this.#moved.includes(option),
    );
    if (over.length > 0) {
      const high = largest(over.map((option) => this.#votes(option)));
      const equals = over.filter((option) => this.#votes(option) === high);
      return this.#move(equals, 'most', (option) => this.#surplus(option));
    }
    const low = smallest(this.#continuing.map((option) => this.#votes(option)));
    const equals = this.#continuing.filter((option) => this.#votes(option) === low);
    return this.#move(equals, 'fewest', (option) => this.#exclude(option));
  }

  #move(equals: number[], which: 'most' | 'fewest', act: (option: number) => void): boolean {
    const chosen = this.#pick(equals, which, this.#stages.length - 2);
    if (chosen !== null) act(chosen);
    else this.#unfilled = { seats: this.poll.seats - this.#elected.length, between: this.#continuing };
    return chosen !== null;
  }

  /** 49 (2) and (3), 51 (2): the most recently preceding stage at which they had an unequal number, then the lot. */
  #pick(equals: number[], which: 'most' | 'fewest', stage: number): number | null {
    const [only] = equals;
    if (equals.length === 1 && only !== undefined) return only;
    const then = this.#stages[stage]?.votes;
    if (!then) {
      const order = which === 'most' ? this.poll.tieOrder?.order : this.poll.tieOrder?.order.toReversed();
      return order?.find((option) => equals.includes(option)) ?? null;
    }
    const votes = equals.map((option) => then[option] ?? 0n);
    const wanted = which === 'most' ? largest(votes) : smallest(votes);
    return this.#pick(
      equals.filter((_, i) => votes[i] === wanted),
      which,
      stage - 1,
    );
  }

  /** 48. The pile stays behind with the quota; what was moved carries the rest at its transfer value. */
  #surplus(option: number): void {
    const total = this.#votes(option);
    const surplus = total - this.#quota;
    const papers = this.#piles[option] ?? [];
    this.#piles[option] = [{ choices: [], value: this.#quota }];
    this.#moved.push(option);
    for (const { choices, value } of papers) this.#give({ choices, value: five.down(surplus, value, total) });
    this.#end({ kind: 'surplus', option });
  }

  /** 50. */
  #exclude(option: number): void {
    const papers = this.#piles[option] ?? [];
    this.#piles[option] = [];
    this.#continuing = this.#continuing.filter((each) => each !== option);
    this.#out.unshift(option);
    for (const paper of papers) this.#give(paper);
    this.#end({ kind: 'exclusion', option });
  }

  #give(paper: Paper): void {
    const next = paper.choices.find((option) => this.#continuing.includes(option));
    if (next !== undefined) this.#piles[next]?.push(paper);
    else this.#spent += paper.value;
  }

  /** The end of a stage: what everyone has, and who is elected by it (47, 52). */
  #end(stage: unknown): void {
    const votes = this.#piles.map((_, option) => this.#votes(option));
    const round = {
      stage,
      votes: votes.map((each) => five.text(each)),
      nonTransferable: five.text(this.#spent),
      truncated: five.text(BigInt(this.#valid) * five.one - sum(votes) - this.#spent),
      elected: [] as number[],
      lastVacancies: false,
    };
    this.#stages.push({ votes, round });
    this.#elect(
      round.elected,
      this.#continuing.filter((option) => this.#votes(option) >= this.#quota),
    );
    if (
      this.#valid > 0 &&
      this.#continuing.length > 0 &&
      this.#continuing.length <= this.poll.seats - this.#elected.length
    ) {
      round.lastVacancies = true;
      this.#elect(round.elected, this.#continuing);
    }
  }

  #elect(round: number[], options: readonly number[]): void {
    const ranks = this.#byVotes(options);
    const ordered = ranks.flat();
    this.#ranks.push(...ranks);
    round.push(...ordered);
    this.#elected.push(...ordered);
    this.#continuing = this.#continuing.filter((option) => !ordered.includes(option));
  }

  #votes(option: number): bigint {
    return sum((this.#piles[option] ?? []).map(({ value }) => value));
  }

  #byVotes(options: readonly number[], stage = this.#stages.length - 1): number[][] {
    const votes = this.#stages[stage]?.votes;
    if (!votes || options.length < 2) return apart(this.poll, options);
    const values = [...new Set(options.map((option) => votes[option] ?? 0n))].sort((a, b) =>
      a > b ? -1 : 1,
    );
    return values.flatMap((value) =>
      this.#byVotes(
        options.filter((option) => votes[option] === value),
        stage - 1,
      ),
    );
  }
}

/** Up to the first rank that is skipped or shared. */
export function choicesOf(ranking: Ranking): number[] {
  const end = ranking.findIndex((rank) => rank.length !== 1);
  return (end < 0 ? ranking : ranking.slice(0, end)).flat();
}
