/**
 * What can keep a backup or a restoring from being done, as a closed list; thrown anywhere below, caught and worded at
 * the program's one door (program.ts).
 */
export type BackupProblem =
  /** No database, or no keys, where the data folder should be. */
  | { code: 'no_data'; path: string }
  | { code: 'target_taken'; path: string }
  | { code: 'folder_taken'; path: string }
  | { code: 'not_a_backup'; path: string }
  /** Of a version of the tables that this program does not know. */
  | { code: 'newer'; found: number; known: number }
  /** Something in it is not what was stored; `kept`: where the copy lies for whoever looks into it. */
  | { code: 'damaged'; findings: readonly string[]; kept: string | null }
  /** The disk, the system, a signal. */
  | { code: 'failed'; why: string };

export class BackupError extends Error {
  override name = 'BackupError';

  constructor(readonly problem: BackupProblem) {
    super(problem.code);
  }
}

/** Whatever was thrown, as a problem. */
export function problemOf(error: unknown): BackupProblem {
  if (error instanceof BackupError) return error.problem;
  return { code: 'failed', why: error instanceof Error ? error.message : String(error) };
}
