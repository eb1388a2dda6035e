/**
 * One client of one document: frames in, frames out. Knows no socket, so that it is tested and fuzzed without one.
 *
 * *saved n* (own clients): the first n updates of this connection are on disk, and so is every sync step 2 that came
 * before the message. It is sent for a step 2 too, with n unchanged: the first *saved* of a connection says that what
 * was written offline is stored. After a refusal or a gap the count stands still until a step 2 has brought it all.
 *
 * A refused change is said: to own clients by *read-only* with the code, to stock clients by the protocol's
 * auth-denied message, the same code at most once a second. The connection stays good for reading. The refused words are asked for
 * again when writing opens, and never before, so that nothing loops.
 */
import { closeCodes, wireLimits } from '@mufakat/protocol';
import type { RefusalCode } from '@mufakat/domain';
import type { DocumentGrant } from './document-access';
import type { DocRoom } from './doc-room';
import {
  deniedFrame,
  isStateVector,
  readFrame,
  readOnlyFrame,
  savedFrame,
  step1Frame,
  type InFrame,
} from './frames';
import type { AwarenessSeat } from './room-awareness';
import type { Change, Outcome, RoomMember } from './room-member';

export interface DocumentSocket {
  /** One message. The same bytes may go to many sockets; nobody writes into them. */
  send(frame: Uint8Array): void;
  close(code: number, reason: string): void;
}

/** Own clients understand *saved* and *read-only*. */
export type ClientKind = 'own' | 'stock';

const maxStrikes = 3;
const deniedGapMs = 1000;

export class DocConnection implements RoomMember, AwarenessSeat {
  readonly grant: DocumentGrant;
  readonly #kind: ClientKind;
  readonly #socket: DocumentSocket;
  readonly #room: DocRoom;
  readonly #onEnd: (connection: DocConnection) => void;
  /** Of each change under way: how many updates are saved with it; null where that cannot be said. */
  readonly #underWay = new Map<Change, number | null>();
  #unsettledBytes = 0;
  #updates = 0;
  /** A change was left out: the next step 2 makes up for it. */
  #behind = false;
  #askedForAll = false;
  #strikes = 0;
  #readOnly: RefusalCode | null = null;
  /** What the client was told last of why it may not write. */
  #said: { code: RefusalCode | null; at: number } = { code: null, at: 0 };
  #open = true;
  #harmful = false;

  constructor(
    room: DocRoom,
    grant: DocumentGrant,
    kind: ClientKind,
    socket: DocumentSocket,
    onEnd: (connection: DocConnection) => void,
  ) {
    this.#room = room;
    this.grant = grant;
    this.#kind = kind;
    this.#socket = socket;
    this.#onEnd = onEnd;
  }

  start(): void {
    this.#room.join(this);
    this.#room.awareness.join(this);
    this.recheck();
    this.#askForAll();
    this.#sendPointers();
  }

  get personId(): string {
    return this.grant.personId;
  }

  /** It sent what broke the document in memory, or stalled everyone. */
  get harmful(): boolean {
    return this.#harmful;
  }

  /** Bytes of changes that are not settled yet: a reason to read no further for a while. */
  get unsettledBytes(): number {
    return this.#unsettledBytes;
  }

  user(): object {
    return this.grant.user();
  }

  receive(bytes: Uint8Array): void {
    if (!this.#open) return;
    const frame = readFrame(bytes);
    if (!frame) return this.#strike();
    if (frame.type !== 'step2' && bytes.length > wireLimits.documentFrameBytes) return this.#tooLarge(frame);
    switch (frame.type) {
      case 'step1':
        return this.#sync(frame.stateVector);
      case 'step2':
      case 'update':
        return this.#change({ kind: frame.type, update: frame.update });
      case 'awareness':
        return this.#awareness(frame.update);
      case 'query-awareness':
        return this.#sendPointers();
      default:
        return frame satisfies never;
    }
  }

  /** Looks at the rights anew: says what has changed, sends away who may not read any more. */
  recheck(): void {
    if (!this.#open) return;
    if (!this.grant.mayRead()) return this.drop(closeCodes.notFound, 'not found');
    const code = this.grant.mayWrite();
    if (code === this.#readOnly) return;
    this.#readOnly = code;
    if (this.#kind === 'own') this.#say(code);
    if (code) this.#room.awareness.withdraw(this);
    else this.#askForAll();
  }

  deliver(frame: Uint8Array): void {
    if (this.#open) this.#socket.send(frame);
  }

  drop(code: number, reason: string): void {
    if (!this.#open) return;
    this.closed();
    this.#socket.close(code, reason);
  }

  /** The socket has gone. */
  closed(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#room.leave(this);
    this.#room.awareness.leave(this);
    this.#onEnd(this);
  }

  outcome(change: Change, outcome: Outcome): void {
    const upTo = this.#underWay.get(change) ?? null;
    if (this.#underWay.delete(change)) this.#unsettledBytes -= change.update.length;
    switch (outcome.is) {
      case 'saved':
        return this.#saved(upTo);
      case 'refused':
        this.#behind = true;
        return this.#refused(outcome.code);
      case 'gap':
        return this.#gap(change);
      case 'invalid':
        return this.#invalid(change);
      case 'harmful':
        this.#harmful = true;
        return this.drop(closeCodes.badFrame, 'bad frame');
      default:
        return outcome satisfies never;
    }
  }

  #sync(stateVector: Uint8Array): void {
    if (isStateVector(stateVector)) this.#room.sync(this, stateVector);
    else this.#strike();
  }

  #change(change: Change): void {
    if (change.kind === 'update') this.#updates++;
    else {
      this.#behind = false;
      this.#askedForAll = false;
    }
    this.#underWay.set(change, this.#behind ? null : this.#updates);
    this.#unsettledBytes += change.update.length;
    this.#room.receive(this, change);
  }

  /** As large as this only a step 2 may be: a pasted chapter comes that way. */
  #tooLarge(frame: InFrame): void {
    if (frame.type !== 'update') return this.#strike();
    this.#updates++;
    this.#behind = true;
    this.#askForAll();
  }

  #saved(upTo: number | null): void {
    // A change before this one was left out meanwhile, so nothing is said until all is there.
    if (upTo === null || this.#behind || this.#kind === 'stock') return;
    this.deliver(savedFrame(upTo));
    // What was wrong with a single change (too much text, an invalid update) has been made good.
    if (this.#said.code !== this.#readOnly) this.#say(this.#readOnly);
  }

  #refused(code: RefusalCode): void {
    if (code !== this.#said.code || performance.now() - this.#said.at >= deniedGapMs) this.#say(code);
  }

  #say(code: RefusalCode | null): void {
    if (this.#kind === 'stock') this.deliver(deniedFrame(code ?? ''));
    else if (code !== this.#said.code) this.deliver(readOnlyFrame(code ?? ''));
    this.#said = { code, at: performance.now() };
  }

  /** A step 2 that still has a gap will have it again: that client is wrong, not late. */
  #gap(change: Change): void {
    if (change.kind === 'step2') return this.#invalid(change);
    this.#behind = true;
    this.#askForAll();
  }

  #invalid(change: Change): void {
    this.#behind = true;
    this.#refused('update_invalid');
    this.#strike();
    if (change.kind === 'update') this.#askForAll();
  }

  /** Sends our sync step 1: the client answers with all that we lack. Once until the answer has come. */
  #askForAll(): void {
    if (this.#askedForAll) return;
    this.#askedForAll = true;
    this.deliver(step1Frame(this.#room.stateVector()));
  }

  #awareness(update: Uint8Array): void {
    // Who may not write does not point either; their clients send states all the same.
    if (this.#readOnly === null && !this.#room.awareness.receive(this, update)) this.#strike();
  }

  #sendPointers(): void {
    const frame = this.#room.awareness.everyone(this);
    if (frame) this.deliver(frame);
  }

  #strike(): void {
    if (++this.#strikes >= maxStrikes) this.drop(closeCodes.badFrame, 'bad frame');
  }
}
