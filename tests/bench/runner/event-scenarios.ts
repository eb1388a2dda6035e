/** Scenarios over session events: a chair who speaks, polls, a storm of arrivals. */
import { sleep } from '../generator/meter';
import type { EventMode } from '../job';
import { makeMeeting } from '../ours/meeting';
import type { Figures } from './generate';
import { measureOn } from './measured-server';
import type { RunContext, Scenario } from './scenario';
import { eventWireOf, type TargetName } from './targets';

interface EventShape {
  clients: number;
  rate: number;
  mode: EventMode;
}

const polls = 3;
const short = { rounds: 3, seconds: 5 };

export const eventScenarios: readonly Scenario[] = [
  eventScenario('E3', '1,000 people, 10 events/s', ['ours', 'sio'], short, {
    ...{ clients: 1000, rate: 10, mode: { kind: 'broadcast' } },
  }),
  eventScenario('V3', '1,000 votes at once', ['ours', 'sio-coalesced'], short, {
    ...{ clients: 1000, rate: 0, mode: { kind: 'votes', polls } },
  }),
  eventScenario('ES', '500 people join at once', ['ours', 'sio-coalesced'], short, {
    ...{ clients: 500, rate: 0, mode: { kind: 'storm' } },
  }),
];

export function eventScenario(
  name: string,
  what: string,
  targets: readonly TargetName[],
  effort: { rounds: number; seconds: number },
  shape: EventShape,
): Scenario {
  return { name, what, targets, ...effort, run: (target, context) => runEvents(target, shape, context) };
}

async function runEvents(target: TargetName, shape: EventShape, context: RunContext): Promise<Figures> {
  const wire = eventWireOf(target);
  return measureOn(target, context, async ({ url, port, pid }) => ({
    ...shape,
    of: 'events',
    port,
    pids: [pid],
    wire,
    seconds: context.seconds,
    meeting: target === 'ours' ? await meetingOn(url, shape) : null,
  }));
}

async function meetingOn(url: string, { clients, mode }: EventShape) {
  const meeting = await makeMeeting(url, { people: clients, polls: mode.kind === 'votes' ? mode.polls : 0 });
  // What was made settles: its flushes, its garbage.
  await sleep(1000);
  return meeting;
}
