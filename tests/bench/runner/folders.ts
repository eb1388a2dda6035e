/** Where things lie. The bench runs from its build in dist/, beside its sources. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** tests/bench. */
export const benchFolder = nearest(dirname(fileURLToPath(import.meta.url)), 'vite.config.ts');
export const builtFolder = join(benchFolder, 'dist');
export const outFolder = join(benchFolder, 'out');
/** The server as `pnpm start` runs it. */
export const serverProgram = join(benchFolder, '../../apps/server/dist/main.js');

function nearest(folder: string, file: string): string {
  return existsSync(join(folder, file)) ? folder : nearest(dirname(folder), file);
}
