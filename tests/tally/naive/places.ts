/**
 * From equals, best first, to who is elected: the published order, where there is one, sets equals apart; where there
 * is none, those who would overfill the last seats leave them empty.
 */
import { firstPublished, type Poll } from './papers';

export type Places = {
  elected: number[];
  ranking: number[][];
  unfilled: { seats: number; between: number[] } | null;
};

/** `supported`: nobody else is elected. */
export function places(
  poll: Poll,
  groups: readonly (readonly number[])[],
  supported: (option: number) => boolean,
): Places {
  const ranking = groups.flatMap((group) => apart(poll, group));
  const elected: number[] = [];
  for (const rank of ranking) {
    const group = rank.filter(supported);
    const left = poll.seats - elected.length;
    if (left === 0) break;
    if (group.length > left) return { elected, ranking, unfilled: { seats: left, between: group } };
    elected.push(...group);
  }
  return { elected, ranking, unfilled: null };
}

/** Groups by a number, the largest first. */
export function byMost(poll: Poll, value: (option: number) => number): number[][] {
  const values = [...new Set(poll.options.map((_, i) => value(i)))].sort((a, b) => b - a);
  return values.map((each) => poll.options.flatMap((_, i) => (value(i) === each ? [i] : [])));
}

export function apart(poll: Poll, group: readonly number[]): number[][] {
  const first = firstPublished(poll, group);
  if (first === undefined) return group.length > 0 ? [[...group].sort((a, b) => a - b)] : [];
  return [
    [first],
    ...apart(
      poll,
      group.filter((option) => option !== first),
    ),
  ];
}
