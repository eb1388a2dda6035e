/** A result for people: who is elected, every round or number, the matrix, and each tie in words. */
import type { MethodResult, TieBreak, TieStep } from '@mufakat/tally';
import type { Lang } from './messages';
import { tallyMessages, type TallyMessages } from './tally-messages';
import { textTable, type Column } from './text-table';

export function tallyText(
  file: string,
  title: string,
  options: readonly string[],
  result: MethodResult,
  lang: Lang,
): string[] {
  return new Telling(options, tallyMessages[lang]).lines(file, title, result);
}

class Telling {
  constructor(
    private readonly options: readonly string[],
    private readonly say: TallyMessages,
  ) {}

  lines(file: string, title: string, result: MethodResult): string[] {
    const { method, variant, seats, counts, elected, unfilled, ties, proportional } = result;
    const { say } = this;
    const body = [
      `${say.method[method]} (${variant})`,
      say.facts(seats, this.options.length, counts.weight, counts.blank),
      `${say.elected}: ${elected.length > 0 ? this.#numbered(elected) : say.nobody}`,
      ...(unfilled ? [say.unfilled(unfilled.seats, this.#names(unfilled.between))] : []),
      `${say.ranking}: ${result.ranking.map((rank) => this.#names(rank, ' = ')).join(' > ')}`,
      ...(proportional === 'not-proportional' ? [say.notProportional] : []),
      ...this.#ofMethod(result),
      ...ties.map((tie) => this.#tie(tie)),
    ];
    return [
      title === '' ? file : `${file}: ${title}`,
      ...body.map((line) => (line === '' ? '' : `  ${line}`)),
    ];
  }

  #ofMethod(result: MethodResult): string[] {
    const { say } = this;
    switch (result.method) {
      case 'plurality':
      case 'approval':
      case 'hand-count':
        return this.#table([
          { head: say.points, cells: result.rows.map(({ votes }) => String(votes)) },
          { head: say.share, cells: result.rows.map(({ share }) => share) },
        ]);
      case 'score':
        return this.#table([
          { head: say.points, cells: result.rows.map(({ sum }) => String(sum)) },
          { head: say.mean, cells: result.rows.map(({ mean }) => mean ?? '–') },
        ]);
      case 'dots':
      case 'quadratic':
        return this.#table([{ head: say.points, cells: result.rows.map(({ votes }) => String(votes)) }]);
      case 'irv':
        return this.#rounds(
          result.rounds.map(({ votes, exhausted }) => [
            ...votes.map((each) => String(each ?? '–')),
            String(exhausted),
          ]),
          [say.exhausted],
        );
      case 'stv-scottish':
        return [
          say.quota(String(result.quota)),
          ...this.#rounds(
            result.rounds.map(({ votes, nonTransferable }) => [...votes, nonTransferable]),
            [say.nonTransferable],
          ),
        ];
      case 'stv-meek':
        return this.#rounds(
          result.rounds.map(({ votes, excess, quota }) => [...votes, excess, quota]),
          [say.excess, say.quotaRow],
        );
      case 'schulze':
      case 'ranked-pairs':
        return [...this.#condorcet(result.condorcetWinner), ...this.#matrix(result.pairwise)];
      case 'borda':
        return this.#table([{ head: say.points, cells: result.points }]);
      case 'star':
        return [
          ...this.#runoff(result),
          ...this.#table([{ head: say.points, cells: result.scores.map(String) }]),
        ];
      case 'majority-judgment':
        return this.#table(this.#spread(result.rows.map(({ grades }) => grades)));
      case 'temperature':
        return this.#table(this.#spread(result.rows.map(({ steps }) => steps)));
    }
  }

  #rounds(rounds: readonly (readonly string[])[], extra: readonly string[]): string[] {
    const columns = rounds.map((cells, i) => ({ head: this.say.round(i + 1), cells }));
    return this.#table(columns, extra);
  }

  #matrix(pairwise: readonly (readonly number[])[]): string[] {
    const columns = this.options.map((name, j) => ({
      head: [...name].slice(0, 12).join(''),
      cells: pairwise.map((row, i) => (i === j ? '–' : String(row[j] ?? 0))),
    }));
    return ['', this.say.matrix, ...textTable(this.options, columns)];
  }

  #spread(rows: readonly (readonly number[])[]): Column[] {
    return (rows[0] ?? []).map((_, step) => ({
      head: String(step),
      cells: rows.map((row) => String(row[step] ?? 0)),
    }));
  }

  #table(columns: readonly Column[], extra: readonly string[] = []): string[] {
    return ['', ...textTable([...this.options, ...extra], columns)];
  }

  #condorcet(winner: number | null): string[] {
    return winner === null ? [] : [this.say.condorcet(this.#names([winner]))];
  }

  #runoff({ finalists, runoff }: Extract<MethodResult, { method: 'star' }>): string[] {
    const [a, b] = finalists ?? [];
    if (!runoff || a === undefined || b === undefined) return [];
    return [this.say.runoff(this.#names([a]), runoff.for[0], this.#names([b]), runoff.for[1], runoff.equal)];
  }

  #tie({ at, round, between, steps, chosen }: TieBreak): string {
    const told = steps.map((step) => this.#step(step));
    const all = [this.say.tie(at, round, this.#names(between)), ...told, ...(chosen ? [] : [this.say.lot])];
    return all.join('; ');
  }

  #step(step: TieStep): string {
    const [names, { say }] = [this.#names(step.left), this];
    switch (step.by) {
      case 'look-back':
        return say.lookBack(step.round, names);
      case 'head-to-head':
        return say.headToHead(names);
      case 'score':
        return say.score(names);
      case 'top-marks':
        return say.topMarks(names);
      case 'medians-removed':
        return say.medians(step.removed, names);
      case 'published-order':
        return say.published(names);
    }
  }

  #names(options: readonly number[], between = ', '): string {
    return options.map((option) => this.options[option] ?? '').join(between);
  }

  #numbered(options: readonly number[]): string {
    if (options.length === 1) return this.#names(options);
    return options.map((option, i) => `${i + 1}. ${this.options[option] ?? ''}`).join('  ');
  }
}
