/** Streams, events, openings and commands in memory. */
import type { JsonObject, Openings, SealedEvent } from '@mufakat/record';
import { checkRequest, checkSameStream, codesOf, lastSeq, timeOf } from '../append-rules';
import type { AppendAnswer, AppendRequest, StreamRef } from '../ports';
import { checkedText, jsonText } from '../stored-text';
import { isCodeTaken, writeIndexRow } from './memory-index';
import { keyOf, type State, type StoredEvent } from './state';

export function memoryEvents(state: State) {
  const { streams, openings, commands, journal } = state;

  function findStream(id: string): (StreamRef & { seq: number }) | null {
    const stream = streams.get(id);
    return stream ? { ...stream.ref, seq: stream.seq } : null;
  }

  /** Why nothing may be written, or null. */
  function obstacle({ stream, commandId, expectedSeq, ...request }: AppendRequest): AppendAnswer | null {
    const earlier = commandId === null ? undefined : commands.get(commandId);
    if (earlier) return { status: 'repeated', ...earlier };
    const seq = streams.get(stream.id)?.seq ?? 0;
    if (seq !== expectedSeq) return { status: 'conflict', seq };
    const at = timeOf({ stream, commandId, expectedSeq, ...request });
    const taken = codesOf(request.rows).some((code) => isCodeTaken(state, code, stream.id, at));
    return taken ? { status: 'code-taken' } : null;
  }

  function openStream({ id, kind, parent }: StreamRef) {
    const known = streams.get(id);
    if (known) return known;
    const added = { ref: { id: checkedText(id), kind, parent }, seq: 0, events: [] };
    journal.add(streams, id, added);
    return added;
  }

  function addEvent(stream: string, events: StoredEvent[], event: SealedEvent): void {
    const { body, openings: brought, ...rest } = event;
    for (const value of Object.values(rest)) if (typeof value === 'string') checkedText(value);
    journal.push(events, { ...rest, body: jsonText(body), wordsIds: Object.keys(brought).map(checkedText) });
    for (const [wordsId, { salt, text }] of Object.entries(brought)) {
      journal.set(openings, keyOf(stream, event.seq, wordsId), { salt: checkedText(salt), text });
    }
  }

  function append(request: AppendRequest): AppendAnswer {
    checkRequest(request);
    const { stream, commandId, events, rows } = request;
    const known = streams.get(stream.id);
    if (known) checkSameStream(known.ref, stream);
    const answer = obstacle(request);
    if (answer) return answer;
    const target = openStream(stream);
    for (const event of events) addEvent(stream.id, target.events, event);
    const seq = lastSeq(request);
    if (commandId !== null) journal.add(commands, checkedText(commandId), { stream: stream.id, seq });
    journal.change(target, { seq });
    for (const row of rows) writeIndexRow(state, stream.id, row);
    return { status: 'stored' };
  }

  function openingsLeft(stream: string, { seq, wordsIds }: StoredEvent): Openings {
    const left = wordsIds.map((wordsId) => [wordsId, openings.get(keyOf(stream, seq, wordsId))] as const);
    return Object.fromEntries(left.flatMap(([id, opening]) => (opening ? [[id, { ...opening }]] : [])));
  }

  function eventOf(stream: string, stored: StoredEvent): SealedEvent {
    const { wordsIds: _, body, ...rest } = stored;
    // What jsonText made of an object is an object.
    return { ...rest, body: JSON.parse(body) as JsonObject, openings: openingsLeft(stream, stored) };
  }

  return {
    append,
    findStream,
    findCommand(commandId: string) {
      const found = commands.get(commandId);
      return found ? { ...found } : null;
    },
    childStreams: (parent: string) =>
      [...streams.values()].filter(({ ref }) => ref.parent === parent).map(({ ref }) => ({ ...ref })),
    readEvents: (stream: string, afterSeq: number, limit: number) =>
      (streams.get(stream)?.events ?? [])
        .slice(afterSeq, afterSeq + limit)
        .map((stored) => eventOf(stream, stored)),
  };
}
