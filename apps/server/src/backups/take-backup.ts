/**
 * Takes a backup of a data folder while a server may be running on it. It is written under a name of its own and
 * takes the target's name once it is whole, checked and on disk, so that what bears the name is a backup.
 *
 * Files are the owner's alone. Keys belong to it: without them no personal link opens.
 */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from '../platform/data-folder';
import { databaseVersion, type DatabaseCounts } from '../store/sqlite/inspect';
import { openDatabase } from '../store/sqlite/statement';
import { BackupError } from './backup-error';
import { checkDatabase } from './check-database';
import { databaseName, keysName, manifestName, sealFiles, type Manifest } from './manifest';
import type { Progress } from './progress';

export interface BackupPorts {
  /** Copies a database as copyDatabase does, without standing in the way of signals. */
  copy: (source: string, target: string) => Promise<void>;
  progress: Progress;
  now: () => number;
  /** Told how to clear away what is being written, for whoever hears a signal. */
  writing: (undo: () => void) => void;
}

/** Both paths absolute. Answers with what is in the backup; throws BackupError, and whatever the disk throws. */
export async function takeBackup(
  dataFolder: string,
  target: string,
  ports: BackupPorts,
): Promise<DatabaseCounts | null> {
  const source = join(dataFolder, databaseName);
  if (!existsSync(source) || !existsSync(join(dataFolder, keysName)))
    throw new BackupError({ code: 'no_data', path: dataFolder });
  if (existsSync(target)) throw new BackupError({ code: 'target_taken', path: target });
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(`${target}.partial-`);
  ports.writing(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const counts = await writeBackup(dataFolder, folder, ports);
    // Fails where another has taken the name meanwhile: a folder with something in it is never replaced.
    renameSync(folder, target);
    syncFolder(dirname(target));
    return counts;
  } catch (error) {
    throw withCopy(error, folder);
  }
}

/** A damaged copy is kept, since it may be all that is left; anything else goes. */
function withCopy(error: unknown, folder: string): unknown {
  if (error instanceof BackupError && error.problem.code === 'damaged')
    return new BackupError({ ...error.problem, kept: folder });
  rmSync(folder, { recursive: true, force: true });
  return error;
}

async function writeBackup(
  dataFolder: string,
  folder: string,
  { copy, progress, now }: BackupPorts,
): Promise<DatabaseCounts | null> {
  const madeAt = new Date(now()).toISOString();
  const database = join(folder, databaseName);
  await copy(join(dataFolder, databaseName), database);
  chmodSync(database, 0o600);
  const keys = copyKeys(dataFolder, folder);
  const counts = await checkDatabase(database, progress);
  const manifest: Manifest = {
    format: 'mufakat-backup',
    version: 1,
    madeAt,
    database: versionOf(database),
    files: await sealFiles(folder, [databaseName, ...keys]),
    counts,
  };
  writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  for (const name of [databaseName, ...keys, manifestName]) syncFile(join(folder, name));
  syncFolder(join(folder, keysName));
  syncFolder(folder);
  return counts;
}

/** Paths below the folder of what was copied. */
export function copyKeys(from: string, to: string): string[] {
  mkdirSync(join(to, keysName), { mode: 0o700 });
  const files = readdirSync(join(from, keysName), { withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .filter(({ name }) => !name.endsWith('.new'))
    .map(({ name }) => {
      const path = `${keysName}/${name}`;
      copyFileSync(join(from, path), join(to, path));
      chmodSync(join(to, path), 0o600);
      return path;
    });
}

export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function versionOf(file: string): number {
  const db = openDatabase(file);
  try {
    return databaseVersion(db).found;
  } finally {
    db.close();
  }
}
