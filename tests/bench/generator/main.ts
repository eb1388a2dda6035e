/** The generator: one process, one job (a JSON file, see ../job.ts), one JSON line with what was measured. */
import { readFileSync } from 'node:fs';
import type { Job } from '../job';
import { runDocuments } from './document-modes';
import { DocumentRun } from './document-run';

const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Job;

function finish(result: object): never {
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit('error' in result ? 1 : 0));
  // The line above ends the process as soon as it is written.
  return undefined as never;
}

function timeLimitS(): number {
  if (job.of === 'events') return 150;
  return job.mode.kind === 'saturation' ? 170 : job.seconds + 150;
}

const run = new DocumentRun(job as Extract<Job, { of: 'documents' }>);
setTimeout(
  () => finish({ error: `not done within ${timeLimitS()} s; ${run.lastError}` }),
  timeLimitS() * 1000,
);
runDocuments(run).then(finish, (error: unknown) => {
  finish({ error: `${error instanceof Error ? error.message : String(error)}; ${run.lastError}` });
});
