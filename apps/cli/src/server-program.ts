/**
 * Runs one of the server's own programs in this process: `serve`, `backup` and `restore` need the server's store, which
 * is its own business. The built server lies beside this program, in the same tree as in the repository.
 *
 * In this process, not in a child, so that signals and exit codes are those of the program itself.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Answers false where the server is not built. The program sets its own exit code. */
export async function runServerProgram(name: 'main' | 'backups', args: readonly string[]): Promise<boolean> {
  const program = new URL(`../../server/dist/${name}.js`, import.meta.url);
  const file = fileURLToPath(program);
  if (!existsSync(file)) return false;
  process.argv = [process.argv[0] ?? 'node', file, ...args];
  await import(/* @vite-ignore */ program.href);
  return true;
}
