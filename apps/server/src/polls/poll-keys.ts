/**
 * The keys of secret questions: one a question, made before it is opened and destroyed once its count is on disk. They
 * lie in a folder of their own beside the database, never in it and never in a backup, so that what the database, its
 * files and its copies hold of a secret ballot is worth nothing without them.
 *
 * A ballot is sealed with AES-256-GCM over a text of one length, bound to its poll and voter, so that no sealed ballot can
 * be put in the place of another. Destroying is overwriting, flushing, unlinking, and flushing the folder.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { limits } from '@mufakat/domain';
import { syncFolder, writeWhole } from '../platform/data-folder';

export interface PollKeys {
  /** On disk when it answers; the same key where there is one already. */
  make(pollId: string): void;
  has(pollId: string): boolean;
  /** Ids of all questions that have one. */
  ids(): string[];
  /** Throws where the key is not there, as `unseal` does, also where the text was changed. */
  seal(pollId: string, voter: string, text: string): string;
  unseal(pollId: string, voter: string, sealed: string): string;
  /** Nothing where there is none. */
  destroy(pollId: string): void;
}

type Random = (bytes: number) => Buffer;

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const suffix = '.key';

/** `folder` is the data folder's own for keys. `random` is for tests. */
export function pollKeysIn(folder: string, random: Random = randomBytes): PollKeys {
  const place = join(folder, 'polls');
  const fileOf = (pollId: string): string => join(place, `${pollId}${suffix}`);
  const held = new Map<string, Buffer>();
  const keyOf = (pollId: string): Buffer => {
    const key = held.get(pollId) ?? readFileSync(fileOf(pollId));
    held.set(pollId, key);
    return key;
  };
  return {
    make(pollId) {
      if (existsSync(fileOf(pollId))) return;
      if (!existsSync(place)) {
        mkdirSync(place, { recursive: true, mode: 0o700 });
        syncFolder(folder);
      }
      writeWhole(place, fileOf(pollId), random(keyBytes));
    },
    has: (pollId) => existsSync(fileOf(pollId)),
    ids: () => (existsSync(place) ? readdirSync(place) : []).flatMap((name) => idOf(name) ?? []),
    seal: (pollId, voter, text) => seal(keyOf(pollId), `${pollId} ${voter}`, text, random),
    unseal: (pollId, voter, sealed) => unseal(keyOf(pollId), `${pollId} ${voter}`, sealed),
    destroy(pollId) {
      held.get(pollId)?.fill(0);
      held.delete(pollId);
      for (const file of [fileOf(pollId), `${fileOf(pollId)}.new`]) overwrite(file);
      if (existsSync(place)) syncFolder(place);
    },
  };
}

/** In memory alone: gone with the process. For tests. */
export function pollKeysInMemory(random: Random = randomBytes): PollKeys {
  const keys = new Map<string, Buffer>();
  const keyOf = (pollId: string): Buffer => {
    const key = keys.get(pollId);
    if (!key) throw new Error('the key of this poll is gone');
    return key;
  };
  return {
    make: (pollId) => void (keys.has(pollId) || keys.set(pollId, random(keyBytes))),
    has: (pollId) => keys.has(pollId),
    ids: () => [...keys.keys()],
    seal: (pollId, voter, text) => seal(keyOf(pollId), `${pollId} ${voter}`, text, random),
    unseal: (pollId, voter, sealed) => unseal(keyOf(pollId), `${pollId} ${voter}`, sealed),
    destroy: (pollId) => void keys.delete(pollId),
  };
}

/** Base64 of nonce, ciphertext and tag; of one length for all texts. */
function seal(key: Buffer, bound: string, text: string, random: Random): string {
  const plain = Buffer.alloc(limits.secretChoiceLength, ' ');
  if (plain.write(text) !== Buffer.byteLength(text))
    throw new Error('a choice that is too long to be sealed');
  const nonce = random(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  plain.fill(0);
  return sealed.toString('base64');
}

function unseal(key: Buffer, bound: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes)).setAAD(
    Buffer.from(bound),
  );
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  const text =
    decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
  return text.trimEnd();
}

function idOf(name: string): string | null {
  return name.endsWith(suffix) ? name.slice(0, -suffix.length) : null;
}

/** What is written over may stay elsewhere on some disks; what it opened is gone all the same. */
function overwrite(file: string): void {
  if (!existsSync(file)) return;
  const descriptor = openSync(file, 'r+');
  try {
    writeSync(descriptor, Buffer.alloc(keyBytes), 0, keyBytes, 0);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  rmSync(file);
}
