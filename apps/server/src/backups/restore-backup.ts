/**
 * Restores a backup into an empty folder, which becomes a data folder that a server can start on. Nothing is put under
 * its name before the seals hold, the copy is sound and every record in it verifies; where something does not, the
 * folder is left as it was found.
 *
 * The folder is held as a server would hold it, so that none starts on it meanwhile.
 */
import { chmodSync, copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDataFolder, syncFolder } from '../platform/data-folder';
import { databaseVersion, type DatabaseCounts } from '../store/sqlite/inspect';
import { migrate } from '../store/sqlite/migrate';
import { openDatabase } from '../store/sqlite/statement';
import { BackupError } from './backup-error';
import { checkDatabase } from './check-database';
import { brokenSeals, databaseName, keysName, readManifest } from './manifest';
import type { Progress } from './progress';
import { copyKeys, syncFile, type BackupPorts } from './take-backup';

/** Both paths absolute. Answers with what was restored; throws BackupError, and whatever the disk throws. */
export async function restoreBackup(
  backup: string,
  folder: string,
  { progress, writing }: Pick<BackupPorts, 'progress' | 'writing'>,
): Promise<DatabaseCounts> {
  const manifest = readManifest(backup);
  if (existsSync(folder) && !isEmptyFolder(folder))
    throw new BackupError({ code: 'folder_taken', path: folder });
  const findings = await brokenSeals(backup, manifest, progress);
  if (findings.length > 0) throw new BackupError({ code: 'damaged', findings, kept: null });
  const wasThere = existsSync(folder);
  const held = openDataFolder(folder);
  writing(() => clear(folder, wasThere));
  try {
    const counts = await putBack(backup, folder, progress);
    held.release();
    return counts;
  } catch (error) {
    held.release();
    clear(folder, wasThere);
    throw error;
  }
}

async function putBack(backup: string, folder: string, progress: Progress): Promise<DatabaseCounts> {
  const arriving = join(folder, `${databaseName}.arriving`);
  copyFileSync(join(backup, databaseName), arriving);
  chmodSync(arriving, 0o600);
  const keys = copyKeys(backup, folder);
  raise(arriving);
  const counts = await checkDatabase(arriving, progress);
  if (!counts) throw new Error('a database that was raised is of this version');
  for (const file of [arriving, ...keys.map((name) => join(folder, name))]) syncFile(file);
  renameSync(arriving, join(folder, databaseName));
  syncFolder(join(folder, keysName));
  syncFolder(folder);
  return counts;
}

/** To the tables of this program. */
function raise(file: string): void {
  const db = openDatabase(file);
  try {
    const { found, known } = databaseVersion(db);
    if (found > known) throw new BackupError({ code: 'newer', found, known });
    migrate(db);
  } finally {
    db.close();
  }
}

function isEmptyFolder(path: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch {
    // A file, or one that may not be looked into.
    return false;
  }
}

function clear(folder: string, wasThere: boolean): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  if (!wasThere) rmSync(folder, { recursive: true, force: true });
}
