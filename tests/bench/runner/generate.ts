/** Runs the generator on its core and reads the line that it prints; marks of what counts are passed on as they come. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mark } from '../generator/marks';
import type { Job } from '../job';
import { builtFolder, outFolder } from './folders';
import { spawnPinned } from './server';

/** What was measured; `error` where it was not. Names of figures: README. */
export type Figures = Record<string, unknown>;

export async function generate(
  core: string,
  job: Job,
  onMark: (mark: Mark) => void = () => undefined,
): Promise<Figures> {
  const file = join(outFolder, `job-${process.pid}.json`);
  mkdirSync(outFolder, { recursive: true });
  writeFileSync(file, JSON.stringify(job));
  const child = spawnPinned(core, [join(builtFolder, 'generator.js'), file]);
  let last: Figures = { error: 'the generator said nothing' };
  let rest = '';
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const said = JSON.parse(line) as Figures | { mark: Mark };
      if ('mark' in said) onMark(said.mark as Mark);
      else last = said;
    }
  });
  await new Promise((resolve) => child.once('close', resolve));
  rmSync(file, { force: true });
  return 'error' in last ? { ...last, complaints: complaints.slice(0, 400) } : last;
}
