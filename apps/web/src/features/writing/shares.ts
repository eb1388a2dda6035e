// How much of a text each person and each partner wrote, in characters that stand in it now.
import type { Author, Authors } from './author';

export interface Share {
  readonly author: Author | null;
  /** 0 to 1 of all characters. */
  readonly part: number;
}

export interface Shares {
  /** Largest first; those whom nobody knows (any more) as one, last. */
  readonly people: readonly Share[];
  /** The same by partner: `author.name` is the partner's, or the person's who comes for none. */
  readonly partners: readonly Share[];
}

/** `counts`: characters by Yjs client; `personOf`: who stands behind a client. */
export function sharesBy(
  counts: ReadonlyMap<number, number>,
  personOf: (clientId: number) => string | null,
  authors: Authors,
): Shares {
  const all = [...counts].map(([clientId, count]) => {
    const person = personOf(clientId);
    return { person, author: person === null ? null : authors(person), count };
  });
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const people = grouped(all, total, ({ author, person }) => (author ? (person ?? '') : ''));
  const partners = grouped(
    all.map((one) => ({ ...one, author: one.author && asPartner(one.author) })),
    total,
    ({ author, person }) => (author ? (author.partner ?? person ?? '') : ''),
  );
  return { people, partners };
}

interface Counted {
  readonly person: string | null;
  readonly author: Author | null;
  readonly count: number;
}

function grouped(all: readonly Counted[], total: number, keyOf: (one: Counted) => string): Share[] {
  const groups = new Map<string, { author: Author | null; count: number }>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.count += one.count;
    else groups.set(keyOf(one), { author: one.author, count: one.count });
  }
  return [...groups.values()]
    .filter(({ count }) => count > 0)
    .sort((a, b) => Number(b.author !== null) - Number(a.author !== null) || b.count - a.count)
    .map(({ author, count }) => ({ author, part: count / total }));
}

const asPartner = (author: Author): Author => ({ ...author, name: author.partner ?? author.name });
