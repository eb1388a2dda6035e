/** A copy of the demo: made by commands, its founding record verifies, in both languages, quickly. */
import { minutesStand } from '@mufakat/domain';
import { verifyRecord } from '@mufakat/record';
import pino from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../config';
import { createServices, type AppPorts } from '../create-services';
import { createLocalFanOut } from '../fanout/local';
import { systemIds } from '../platform/ids';
import { recordFile } from '../records/record-file';
import type { Services } from '../services';
import { createMemoryStore } from '../store/memory/memory-store';
import { clauses } from './content/goal';
import { makeDemo, type DemoCopy } from './make-demo';

const now = Date.UTC(2026, 5, 1, 3);
const config = readConfig({});

function portsOf(): AppPorts {
  return {
    store: createMemoryStore(),
    clock: { now: () => now },
    ids: systemIds,
    keys: { sign: (text) => text.padEnd(43, '.').slice(0, 43) },
    fanOut: createLocalFanOut(),
    logger: pino({ level: 'silent' }),
    clientFolder: null,
  };
}

describe.each(['id', 'en'] as const)('in %s', (language) => {
  let ports: AppPorts;
  let services: Services;
  let copy: DemoCopy;
  beforeAll(async () => {
    ports = portsOf();
    copy = await makeDemo(config, ports, language);
    services = createServices(config, ports);
  });

  async function meetings() {
    const refs = await ports.store.childStreams(copy.coalitionId);
    return Promise.all(refs.map(async ({ id }) => (await services.rooms.meeting(id))!));
  }

  test('a founding meeting is closed with its decisions, and its record verifies', async () => {
    const [founding] = await meetings();
    const state = founding!.state!;
    expect(state.phase.status).toBe('closed');
    expect(minutesStand(state)).toBe(true);
    expect(Object.values(state.decisions).map(({ outcome }) => outcome.status)).toEqual([
      'decided',
      'decided',
      'decided',
      'not-decided',
    ]);
    const entry = await services.access.meeting(copy.chair.session, founding!.id);
    if (!entry.ok) throw new Error(entry.code);
    expect(verifyRecord(await recordFile(entry.value, ports.store))).toMatchObject({ ok: true, erased: 0 });
  });

  test('the goal is locked in both languages', async () => {
    const [goal] = Object.values((await meetings())[0]!.state!.goals);
    expect(goal?.text).toMatchObject({ status: 'frozen' });
    const words =
      goal?.text.status === 'frozen'
        ? goal.text.clauses.map((one) => one.words.map(({ plain }) => plain))
        : [];
    expect(words).toEqual(clauses.map(({ id, en }) => [id, en]));
  });

  test('the priorities meeting is ready to start now, the review is planned in three months', async () => {
    const [, priorities, review] = await meetings();
    expect(priorities!.id).toBe(copy.meetingId);
    expect(priorities!.state!.phase.status).toBe('planned');
    expect(priorities!.state!.plan.startsAt - now).toBeLessThan(15 * 60_000 + 1);
    expect(Object.keys(priorities!.state!.decisions)).toHaveLength(3);
    expect(Object.keys(priorities!.state!.goals)).toHaveLength(1);
    expect((review!.state!.plan.startsAt - now) / 86_400_000).toBeCloseTo(90, 1);
    expect(await services.documents.forMeetings.agenda(copy.meetingId)).toHaveLength(9);
  });

  test('it has an end', async () => {
    expect(await ports.store.expiringStreams()).toEqual([{ stream: copy.coalitionId, at: now + 86_400_000 }]);
  });
});
