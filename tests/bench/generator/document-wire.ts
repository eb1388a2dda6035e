/**
 * The three wires of documents, which differ in what surrounds the y-protocols: y-websocket's has nothing, Hocuspocus
 * puts the document's name before each message and asks for a token, ours adds *saved* and *read-only*. A wire turns
 * frames into calls on the client that got them, and decodes each distinct frame once a room.
 */
import * as Y from 'yjs';
import type { DocumentWireName } from '../job';
import type { ClientOnWire, News, RoomOfClients, WireOfClients } from './document-parts';
import {
  awarenessMessage,
  clocksIn,
  emptyStep1,
  emptyStep2,
  hocusToken,
  joined,
  namePrefix,
  payloadOf,
  updateMessage,
  varStringAt,
  varUintAt,
} from './yjs-messages';

const sync = 0;
const awareness = 1;
const hocusAuth = 2;
const hocusSyncReply = 4;
const oursSaved = 100;
const oursReadOnly = 101;
const step1 = 0;
const step2 = 1;
const update = 2;

export class DocumentWire implements WireOfClients {
  constructor(readonly name: DocumentWireName) {}

  /** What stands before every message of a room. */
  prefixOf(roomName: string): Uint8Array {
    return this.name === 'hocus' ? namePrefix(roomName) : new Uint8Array(0);
  }

  opened(client: ClientOnWire): void {
    const { prefix } = client.room;
    if (this.name === 'hocus') client.socket.send(joined(prefix, hocusToken));
    client.socket.send(joined(prefix, emptyStep1));
    if (client.announces) this.sendState(client, 1, client.stateAt(0));
  }

  sendUpdate(client: ClientOnWire, bytes: Uint8Array): void {
    client.updatesSent++;
    client.socket.send(joined(client.room.prefix, updateMessage(bytes)));
  }

  sendState(client: ClientOnWire, clock: number, state: string): void {
    client.socket.send(joined(client.room.prefix, awarenessMessage(client.awarenessId, clock, state)));
  }

  received(
    client: ClientOnWire,
    buffer: Buffer,
    start: number,
    end: number,
    now: number,
    length: number,
  ): void {
    const { room } = client;
    const isWhole = end - start === length;
    const from = start + room.prefix.length;
    const type = buffer[from]!;
    if (type === sync || (type === hocusSyncReply && this.name === 'hocus')) {
      this.#sync(client, buffer, from, end, now, length, isWhole);
    } else if (type === awareness) {
      // A joiner may be sent everyone's state at once, too big to be gathered.
      if (isWhole)
        client.moved(
          room.frames.get(buffer, from, end, (bytes) => movesIn(room, bytes)),
          now,
        );
    } else if (this.name === 'ours') {
      if (type === oursSaved) client.saved = varUintAt(buffer.subarray(from, end), 1);
      else if (type === oursReadOnly) client.readOnly = varStringAt(buffer.subarray(from, end), 1);
    } else if (type === hocusAuth) return;
  }

  #sync(
    client: ClientOnWire,
    buffer: Buffer,
    from: number,
    end: number,
    now: number,
    length: number,
    isWhole: boolean,
  ): void {
    const { room } = client;
    switch (buffer[from + 1]!) {
      case update:
        // What is not whole is the document that was brought before, told to the others.
        if (isWhole)
          client.edited(
            room.frames.get(buffer, from, end, (bytes) => editsIn(room, bytes)),
            now,
          );
        return;
      case step2:
        if (client.doc && isWhole)
          Y.applyUpdate(client.doc, payloadOf(Buffer.from(buffer.subarray(from, end)), 2));
        client.synced(now, length);
        return;
      case step1:
        client.socket.send(joined(room.prefix, emptyStep2));
    }
  }
}

function editsIn(room: RoomOfClients, bytes: Uint8Array): News {
  const { from, to } = Y.parseUpdateMeta(payloadOf(bytes, 2));
  const news: number[] = [];
  for (const [client, end] of to) {
    const index = room.writerOf.get(client);
    if (index === undefined) continue;
    const { firstClock, editLength } = room.writers[index]!;
    const start = from.get(client) ?? 0;
    news.push(
      index,
      Math.max(0, Math.floor((start - firstClock) / editLength)),
      Math.floor((end - firstClock) / editLength),
    );
  }
  return news;
}

/** Clock 1 is the state at the join; move k has clock k + 2. */
function movesIn(room: RoomOfClients, bytes: Uint8Array): News {
  const news: number[] = [];
  for (const { client, clock } of clocksIn(payloadOf(bytes, 1))) {
    const index = room.pointerOf.get(client);
    if (index !== undefined) news.push(index, 0, clock - 1);
  }
  return news;
}
