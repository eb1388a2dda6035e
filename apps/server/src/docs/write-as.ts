/**
 * One change that the server writes into a document on behalf of a person: an agenda to start from, a wording that was
 * given with its decision. It goes the way of every change (guard, rights of this moment, disk, then the readers), under
 * a Yjs client id of its own, as one update: all of it is there, or nothing.
 *
 * The change is made on a copy of what is on disk; what others write meanwhile merges with it as ever.
 */
import { ok, refused, type Result } from '@mufakat/domain';
import * as Y from 'yjs';
import type { DocRoom } from './doc-room';
import type { DocumentGrant } from './document-access';
import type { Outcome, RoomMember } from './room-member';

/** Resolves when it is on disk, or refused; rejects where the disk fails or the server goes down. */
export async function writeAs(
  room: DocRoom,
  grant: DocumentGrant,
  change: (doc: Y.Doc) => void,
): Promise<Result<null>> {
  const update = await room.readNow((doc) => updateOf(doc, change));
  return update === null ? ok(null) : sendIn(room, grant, update);
}

function sendIn(room: DocRoom, grant: DocumentGrant, update: Uint8Array): Promise<Result<null>> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`${room.name} was not written: ${why}`));
    const member: RoomMember = {
      grant,
      deliver: () => undefined,
      outcome: (_change, outcome) => {
        room.leave(member);
        const result = resultOf(outcome);
        if (result) resolve(result);
        else fail(outcome.is);
      },
      drop: (_code, reason) => {
        room.leave(member);
        fail(reason);
      },
    };
    if (room.dead) return fail('not in memory any more');
    room.join(member);
    room.receive(member, { kind: 'update', update });
  });
}

/** Null where the change cannot have been ours: a mistake of the server, not of a person. */
function resultOf(outcome: Outcome): Result<null> | null {
  switch (outcome.is) {
    case 'saved':
      return ok(null);
    case 'refused':
      return refused(outcome.code);
    case 'gap':
    case 'invalid':
    case 'harmful':
      return null;
    default:
      return outcome satisfies never;
  }
}

/** What `change` does to a copy of the document, as one update; null where it does nothing. */
function updateOf(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array | null {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const made: { update: Uint8Array | null } = { update: null };
  copy.on('update', (update: Uint8Array) => (made.update = update));
  copy.transact(() => change(copy));
  copy.destroy();
  return made.update;
}
