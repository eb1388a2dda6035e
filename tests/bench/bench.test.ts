/** One tiny run of ours, so that the bench cannot rot: the real server, its doors, the generator as a process. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { documentScenario } from './runner/document-scenarios';
import { eventScenario } from './runner/event-scenarios';
import { benchFolder } from './runner/folders';
import { coresOrSentence, type Cores } from './runner/machine';
import type { Scenario } from './runner/scenario';

const cores = coresOrSentence();
const here = typeof cores === 'string' ? test.skip : test;
const once = { rounds: 1, seconds: 1 };

beforeAll(() => {
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
  execFileSync(process.execPath, [vite, 'build', '--ssr', '--logLevel', 'error'], { cwd: benchFolder });
});

function runOnOurs(scenario: Scenario) {
  const { server, generator } = cores as Cores;
  return scenario.run('ours', { serverCore: server, generatorCore: generator, seconds: 1, profiler: null });
}

here('three readers see all that one writer writes', async () => {
  const scenario = documentScenario('tiny', '', ['ours'], once, {
    ...{ document: '0.1', readers: 3, writers: 1, editsPerS: 20, pointers: 1, movesPerS: 2 },
  });
  const figures = await runOnOurs(scenario);
  expect(figures).toMatchObject({ ratio: 1, gaps: 0, errors: 0, closed: 0, aRatio: 1 });
  expect(figures.delivered).toBeGreaterThan(40);
  expect(figures.cpuPer1M).toBeGreaterThan(0);
});

const people = 5;
const meeting = { clients: people, rate: 10 };

here('everyone hears what the chair says', async () => {
  const scenario = eventScenario('tiny', '', ['ours'], once, { ...meeting, mode: { kind: 'broadcast' } });
  expect(await runOnOurs(scenario)).toMatchObject({ sent: 10, heard: 10 * people, errors: 0 });
});

here('everyone votes, hears the turnout and the count', async () => {
  const scenario = eventScenario('tiny', '', ['ours'], once, {
    ...meeting,
    mode: { kind: 'votes', polls: 2 },
  });
  const figures = await runOnOurs(scenario);
  expect(figures).toMatchObject({ allSaw: true, errors: 0, lastError: '' });
  expect(figures.wholeMs).toBeGreaterThan(0);
});

here('everyone comes in at once', async () => {
  const scenario = eventScenario('tiny', '', ['ours'], once, { ...meeting, mode: { kind: 'storm' } });
  expect(await runOnOurs(scenario)).toMatchObject({ joined: people, errors: 0 });
});
