/** A client that types: a dozen characters an edit, mostly where it typed last. */
import * as Y from 'yjs';
import { CountedActor } from './counted-actor';
import { DocumentClient } from './document-client';
import type { CountedWriter, RoomOfClients, RunOfClients } from './document-parts';
import { random, randomText } from './random';

const own = Symbol('own edit');

export class Writer extends CountedActor implements CountedWriter {
  readonly editLength = 12;
  readonly client: DocumentClient;
  /** The Yjs clock of its first edit. */
  firstClock = 0;
  readonly #doc: Y.Doc;
  #text: Y.Text;
  #at = 0;

  constructor(
    readonly run: RunOfClients,
    readonly room: RoomOfClients,
    readonly index: number,
    capacity: number,
  ) {
    super(capacity);
    this.client = new DocumentClient(run, room, {
      cookie: room.place.writers[index],
      keepsDocument: true,
      writer: index,
    });
    this.#doc = this.client.doc!;
    this.#text = this.#doc.getText('motion');
    room.writers[index] = this;
    room.clients.push(this.client);
  }

  /** Once the document is there. */
  begin(): void {
    const { run, room, client } = this;
    if (client.readOnly !== '') throw new Error(`a writer may not write: ${client.readOnly}`);
    this.firstClock = Y.getState(this.#doc.store, this.#doc.clientID);
    room.writerOf.set(this.#doc.clientID, this.index);
    this.#jump();
    this.#doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === own) run.wire.sendUpdate(client, update);
    });
  }

  protected perform(): void {
    const typed = randomText(this.editLength);
    if (random(20) === 0) this.#jump();
    this.#doc.transact(() => this.#text.insert(this.#at, typed), own);
    this.#at += typed.length;
  }

  #jump(): void {
    this.#at = this.#text.length > 0 ? random(this.#text.length) : 0;
  }
}
