/** The generator: one process, one job (a JSON file, see ../job.ts), one JSON line with what was measured. */
import { readFileSync } from 'node:fs';
import type { Job } from '../job';
import { runDocuments } from './document-modes';
import { DocumentRun } from './document-run';
import { runEvents } from './event-modes';
import { EventRun } from './event-run';

/** Long enough for the slowest peer on the slowest machine. */
const limitS = 300;

interface Running {
  done: Promise<object>;
  lastError(): string;
}

function run(job: Job): Running {
  switch (job.of) {
    case 'documents': {
      const documents = new DocumentRun(job);
      return { done: runDocuments(documents), lastError: () => documents.lastError };
    }
    case 'events': {
      const events = new EventRun(job);
      return { done: runEvents(events), lastError: () => events.lastError };
    }
    default:
      return job satisfies never;
  }
}

function finish(result: object): void {
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit('error' in result ? 1 : 0));
}

const { done, lastError } = run(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Job);
const fail = (why: string) => finish({ error: [why, lastError()].filter((text) => text !== '').join('; ') });
setTimeout(() => fail(`not done within ${limitS} s`), limitS * 1000);
done.then(finish, (error: unknown) => fail(error instanceof Error ? error.message : String(error)));
