/** The rows that an append brings along, in memory. */
import type { IndexRow } from '../ports';
import { checkedText, jsonText } from '../stored-text';
import { keyOf, type State, type StoredBox } from './state';

export function isCodeTaken({ codes }: State, code: string, stream: string, at: number): boolean {
  const held = codes.get(code);
  return held !== undefined && held.stream !== stream && held.until > at;
}

export function writeIndexRow(state: State, stream: string, row: IndexRow): void {
  const { journal, documents, boxes, links } = state;
  switch (row.row) {
    case 'document':
      return journal.add(documents, checkedText(row.name), {
        stream,
        updates: [],
        clients: new Map(),
        snapshot: null,
      });
    case 'moved-document':
      return moveDocument(state, stream, row.name);
    case 'box':
      return journal.add(boxes, checkedText(row.pollId), {
        stream,
        closed: false,
        deadline: row.deadline ?? null,
        published: null,
        ballots: new Map(),
      });
    case 'emptied':
      return emptyBox(state, row.pollId);
    case 'published':
      return publish(state, row.pollId, row.ballots);
    case 'link':
      return journal.add(links, checkedText(row.linkId), { stream, personId: checkedText(row.personId) });
    case 'no-link':
      return links.get(row.linkId)?.stream === stream ? journal.drop(links, row.linkId) : undefined;
    case 'code':
      return putCode(state, stream, row.code, row.until);
    case 'no-code':
      return dropCode(state, stream);
    case 'expires':
      return journal.set(state.expiries, stream, { stream, at: row.at });
    case 'kept':
      return row.months === null
        ? journal.drop(state.terms, stream)
        : journal.set(state.terms, stream, { stream, months: row.months });
    case 'closed':
      return journal.set(state.closings, stream, { stream, at: row.at });
    case 'reopened':
      return journal.drop(state.closings, stream);
    case 'forgotten':
      return row.wordsIds.forEach((wordsId) =>
        journal.set(state.forgotten, keyOf(stream, checkedText(wordsId)), { stream, wordsId }),
      );
    case 'erase':
      return row.wordsIds.forEach((wordsId) => erase(state, stream, wordsId));
    case 'seat':
      return putSeat(state, row.sessionHash, stream, row.personId);
    case 'no-seats':
      return dropSeats(state, stream, row);
  }
}

function moveDocument({ documents, journal }: State, stream: string, name: string): void {
  const document = documents.get(name);
  if (!document) throw new Error(`no such document: ${name}`);
  journal.change(document, { stream });
}

function publish(state: State, pollId: string, ballots: readonly unknown[]): void {
  const box = state.boxes.get(pollId);
  if (!box) return;
  dropBallots(state, box);
  state.journal.change(box, { published: jsonText(ballots) });
}

function emptyBox(state: State, pollId: string): void {
  const box = state.boxes.get(pollId);
  if (!box) return;
  dropBallots(state, box);
  state.journal.change(box, { closed: true });
}

function dropBallots({ journal }: State, { ballots }: StoredBox): void {
  for (const voter of [...ballots.keys()]) journal.drop(ballots, voter);
}

export function putSeat(state: State, session: string, stream: string, personId: string): void {
  const { sessions, streams, seats, journal } = state;
  if (!sessions.has(session)) throw new Error('a seat needs a session');
  if (!streams.has(stream)) throw new Error('a seat needs a stream');
  const key = keyOf(session, stream);
  const after = Math.max(0, ...[...seats.values()].map(({ n }) => n)) + 1;
  const n = seats.get(key)?.n ?? after;
  journal.set(seats, key, { n, session, stream, personId: checkedText(personId) });
}

function dropSeats(
  { seats, journal }: State,
  stream: string,
  { personId, except }: Extract<IndexRow, { row: 'no-seats' }>,
): void {
  for (const [key, seat] of seats) {
    const isTheirs = seat.stream === stream && seat.personId === personId;
    if (isTheirs && seat.session !== except) journal.drop(seats, key);
  }
}

function putCode(state: State, stream: string, code: string, until: number): void {
  dropCode(state, stream);
  state.journal.set(state.codes, checkedText(code), { stream, until });
}

function dropCode({ codes, journal }: State, stream: string): void {
  for (const [code, held] of codes) if (held.stream === stream) journal.drop(codes, code);
}

function erase({ streams, openings, journal }: State, stream: string, wordsId: string): void {
  for (const { seq, wordsIds } of streams.get(stream)?.events ?? []) {
    if (wordsIds.includes(wordsId)) journal.drop(openings, keyOf(stream, seq, wordsId));
  }
}
