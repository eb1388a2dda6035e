/** What the day's tidying looks for, in memory. Nothing is left to index: a store in memory is never an older one's. */
import { keyOf, type State } from './state';

export function memoryTidying({ streams, openings, expiries, terms, closings, forgotten }: State) {
  function wordsLeft(parent: string): { stream: string; wordsIds: string[] }[] {
    const gone = inOrder(
      [...forgotten.values()].flatMap((row) => (row.stream === parent ? row.wordsId : [])),
    );
    const children = [...streams.values()].filter(({ ref }) => ref.parent === parent);
    return children.flatMap(({ ref, events }) => {
      const isLeft = (wordsId: string) => events.some(({ seq }) => openings.has(keyOf(ref.id, seq, wordsId)));
      const wordsIds = gone.filter(isLeft);
      return wordsIds.length > 0 ? [{ stream: ref.id, wordsIds }] : [];
    });
  }

  return {
    wordsLeft,
    expiringStreams: () => [...expiries.values()].map((row) => ({ ...row })).sort(byTime),
    terms: () => [...terms.values()].map((row) => ({ ...row })).sort(byStream),
    closedBefore: (parent: string, at: number) =>
      [...closings.values()]
        .filter((row) => row.at < at && streams.get(row.stream)?.ref.parent === parent)
        .sort(byTime)
        .map(({ stream }) => stream),
    forgetfulStreams: () => inOrder([...new Set([...forgotten.values()].map(({ stream }) => stream))]),
    indexOlder: (_limit: number) => 0,
  };
}

interface Timed {
  stream: string;
  at: number;
}

function byTime(one: Timed, other: Timed): number {
  return one.at - other.at || byStream(one, other);
}

function byStream(one: { stream: string }, other: { stream: string }): number {
  return byText(one.stream, other.stream);
}

/** As SQLite orders them: by their UTF-8 bytes. */
function byText(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

function inOrder(texts: readonly string[]): string[] {
  return [...texts].sort(byText);
}
