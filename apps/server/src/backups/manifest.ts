/**
 * `backup.json`, the seal of a backup: which files belong to it, with their size and SHA-256, and what is in them. A
 * backup is a folder laid out as a data folder is, with this file beside it:
 *
 *     backup.json   mufakat.db   keys/link.key
 */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { DatabaseCounts } from '../store/sqlite/inspect';
import { BackupError } from './backup-error';
import type { Progress } from './progress';

export const manifestName = 'backup.json';
export const databaseName = 'mufakat.db';
export const keysName = 'keys';

const count = z.int().min(0);
const manifestSchema = z.strictObject({
  format: z.literal('mufakat-backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Version of the tables. */
  database: z.int().min(0),
  /** By path below the backup's folder. */
  files: z.record(
    z.string().regex(/^(mufakat\.db|keys\/[\w-][\w.-]*)$/),
    z.strictObject({ bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
  counts: z
    .strictObject({
      coalitions: count,
      meetings: count,
      events: count,
      documents: count,
      updates: count,
      ballots: count,
    } satisfies Record<keyof DatabaseCounts, z.ZodType>)
    .nullable(),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Throws BackupError `not_a_backup` where there is none that reads, or no database in it. */
export function readManifest(folder: string): Manifest {
  try {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, manifestName), 'utf8')));
    if (Object.hasOwn(manifest.files, databaseName)) return manifest;
  } catch {
    // Missing, unreadable or another's: all the same to whoever asked.
  }
  throw new BackupError({ code: 'not_a_backup', path: folder });
}

/** Size and SHA-256 of files below a folder. */
export async function sealFiles(folder: string, names: readonly string[]): Promise<Manifest['files']> {
  const sealed: Manifest['files'] = {};
  for (const name of names) {
    const file = join(folder, name);
    sealed[name] = { bytes: statSync(file).size, sha256: await sha256Of(file, () => undefined) };
  }
  return sealed;
}

/** Files that are not as they were sealed, a line each. */
export async function brokenSeals(
  folder: string,
  { files }: Manifest,
  progress: Progress,
): Promise<string[]> {
  const found: string[] = [];
  for (const [name, { bytes, sha256 }] of Object.entries(files)) {
    const file = join(folder, name);
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? null;
    if (size === null) found.push(`${name} is missing`);
    else if (size !== bytes) found.push(`${name} has ${size} bytes, where ${bytes} were written`);
    else if ((await sha256Of(file, (done) => progress('reading', done, bytes))) !== sha256)
      found.push(`${name} is not what was written`);
  }
  return found;
}

async function sha256Of(file: string, progress: (done: number) => void): Promise<string> {
  const hash = createHash('sha256');
  let done = 0;
  for await (const chunk of createReadStream(file)) {
    // Without an encoding a file's stream gives bytes.
    const bytes = chunk as Buffer;
    hash.update(bytes);
    done += bytes.length;
    progress(done);
  }
  return hash.digest('hex');
}
