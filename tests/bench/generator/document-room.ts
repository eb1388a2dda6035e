/** One document and who is in it: what its frames are read by. */
import type { RoomPlace } from '../job';
import type { DocumentClient } from './document-client';
import type { News, RoomOfClients } from './document-parts';
import type { DocumentWire } from './document-wire';
import { FrameCache } from './frame-cache';
import type { Pointer } from './pointer';
import type { Writer } from './writer';

export class DocumentRoom implements RoomOfClients {
  readonly clients: DocumentClient[] = [];
  readonly writers: Writer[] = [];
  readonly pointers: Pointer[] = [];
  /** By Yjs client id: the writer's index. */
  readonly writerOf = new Map<number, number>();
  /** By awareness client id: the pointer's index. */
  readonly pointerOf = new Map<number, number>();
  readonly frames = new FrameCache<News>();
  readonly prefix: Uint8Array;

  constructor(
    readonly place: RoomPlace,
    wire: DocumentWire,
  ) {
    this.prefix = wire.prefixOf(place.name);
  }
}
