/** The operator's page and the README name what there is, with the numbers that hold. */
import { readFileSync } from 'node:fs';
import { limits } from '@mufakat/domain';
import { wireLimits } from '@mufakat/protocol';
import { describe, expect, test } from 'vitest';
import { settingNames } from './config';
import { createMetrics } from './platform/metrics';

const page = readFileSync(new URL('../../../docs/operating.md', import.meta.url), 'utf8');
const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

test('every setting is in the README', () => {
  for (const name of settingNames) expect(readme).toMatch(new RegExp(`^\\| [^|]*\`${name}\``, 'm'));
});

test('every number of our own is described', async () => {
  const nothing = {
    sockets: 0,
    meetings: 0,
    people: 0,
    documents: 0,
    documentConnections: 0,
    documentsUnflushed: 0,
  };
  const text = await createMetrics().text(nothing);
  const names = [...text.matchAll(/^# TYPE (mufakat_\w+)/gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(8);
  for (const name of names) expect(page).toContain(`\`${name}`);
});

describe('limits are those that hold', () => {
  const mebi = 1024 ** 2;
  test.each([
    `people in a meeting | ${limits.peopleInMeeting} by the rules`,
    `partners, chambers | ${limits.partners}, ${limits.chambers} in a coalition`,
    `agenda | ${limits.agendaItems} items`,
    `${wireLimits.documentBytes / mebi} MiB with its history`,
    `a change ${wireLimits.documentFrameBytes / 1024} KiB`,
    `work done offline ${wireLimits.documentSyncBytes / mebi} MiB`,
    `a request, a live message | ${wireLimits.requestBytes / 1024} KiB`,
    `${wireLimits.socketsPerSession} live ones a session, ${3 * wireLimits.documentsPerSession} documents a person`,
    `an open code | ${limits.doorHours / 24} days`,
  ])('%s', (text) => {
    expect(page).toContain(text);
  });
});
