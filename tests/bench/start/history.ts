/**
 * A data folder with a past: so many meetings of a thousand events each, ten to a coalition, and for each coalition a
 * goal of a megabyte. Making a million events takes many minutes, so a folder is kept and used again; what it holds
 * stands beside it in `history.json`, which is written last.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyRecord } from '@mufakat/record';
import { pino } from 'pino';
import { readConfig } from '../../../apps/server/src/config';
import { createServices, type AppPorts } from '../../../apps/server/src/create-services';
import { openPast } from '../../../apps/server/src/demo/past';
import { seatedCookie } from '../../../apps/server/src/demo/seated-cookie';
import { createLocalFanOut } from '../../../apps/server/src/fanout/local';
import { loadKeys } from '../../../apps/server/src/platform/data-folder';
import { systemIds } from '../../../apps/server/src/platform/ids';
import { recordFile } from '../../../apps/server/src/records/record-file';
import { openSqliteStore } from '../../../apps/server/src/store/sqlite/sqlite-store';
import { eventsPerMeeting, makeCoalition, weekMs, type MadeMeeting } from './past-coalition';
import { writeGoal } from './past-document';

const meetingsPerCoalition = 10;
/** Makes a megabyte as a Yjs update. */
const letters = 760_000;
/** Coalitions made at the same time: their writes share flushes. */
const atOnce = 4;

export interface History {
  meetings: number;
  events: number;
  documents: number;
  /** Each, as one Yjs update. */
  documentBytes: number;
  /** The database alone. */
  bytes: number;
  /** A meeting in session with a thousand events and a goal of a megabyte, for whoever comes first. */
  inSession: MadeMeeting;
}

export type Say = (line: string) => void;

/** Made where it is missing, or was left half made. */
export async function historyIn(folder: string, meetings: number, say: Say): Promise<History> {
  const note = `${folder}.json`;
  if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8')) as History;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const history = await makeHistory(folder, meetings, say);
  writeFileSync(note, JSON.stringify(history, null, 2));
  return history;
}

async function makeHistory(folder: string, meetings: number, say: Say): Promise<History> {
  const ports = openPorts(folder);
  const config = readConfig({ DATA_DIR: folder });
  const startedAt = Date.now();
  let held = 0;
  const made = () => {
    held += 1;
    if (held % 20 > 0 && held < meetings) return;
    say(`  ${held} of ${meetings} meetings held (${Math.round((Date.now() - startedAt) / 1000)} s)`);
  };
  const sizes = coalitionSizes(meetings);
  const places: MadeMeeting[] = [];
  let bytes = 0;
  const work = sizes.map((size, index) => async () => {
    const past = openPast(config, ports, startedAt - size * weekMs);
    const { first, inSession } = await makeCoalition(past, `Forum ke-${index + 1}`, size, made);
    const large = index === 0 ? inSession : first;
    bytes = await writeGoal(
      { store: ports.store, newId: () => systemIds.newId() },
      large.goalId,
      large.chairId,
      letters,
    );
    if (index === 0) places.push(inSession);
    await past.close();
  });
  await inLanes(work, atOnce);
  const [inSession] = places;
  if (!inSession) throw new Error('nobody met');
  await checkRecord(ports, inSession);
  await ports.store.close();
  return {
    meetings,
    events: meetings * eventsPerMeeting,
    documents: sizes.length,
    documentBytes: bytes,
    bytes: statSync(join(folder, 'mufakat.db')).size,
    inSession,
  };
}

function coalitionSizes(meetings: number): number[] {
  const whole = Array.from(
    { length: Math.floor(meetings / meetingsPerCoalition) },
    () => meetingsPerCoalition,
  );
  const rest = meetings % meetingsPerCoalition;
  return rest > 0 ? [...whole, rest] : whole;
}

function openPorts(folder: string): AppPorts {
  return {
    store: openSqliteStore({ file: join(folder, 'mufakat.db') }),
    clock: { now: () => Date.now() },
    ids: systemIds,
    keys: loadKeys(folder),
    fanOut: createLocalFanOut(),
    logger: pino({ level: 'fatal' }),
    clientFolder: null,
  };
}

async function inLanes(work: readonly (() => Promise<void>)[], lanes: number): Promise<void> {
  const left = [...work];
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) await next();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** What is measured is a record like any other: anyone can check it. */
async function checkRecord(ports: AppPorts, place: MadeMeeting): Promise<void> {
  const services = createServices(readConfig({}), ports);
  const session = await services.sessions.create();
  await ports.store.putSeat(session.hash, place.meetingId, place.chairId);
  const entry = await services.access.meeting(session, place.meetingId);
  if (!entry.ok) throw new Error(entry.code);
  const { seq } = entry.value.room.stream;
  const verdict = verifyRecord(await recordFile(entry.value, ports.store));
  if (seq !== eventsPerMeeting || !verdict.ok) throw new Error(`a record of ${seq} events does not verify`);
  await ports.store.dropSession(session.hash);
  await services.documents.close();
  services.rooms.close();
}

/** A cookie with which the chair of the meeting in session comes in, good for as long as any. */
export async function cookieFor(folder: string, { inSession }: History): Promise<string> {
  const ports = openPorts(folder);
  const services = createServices(readConfig({ DATA_DIR: folder }), ports);
  const session = await services.sessions.create();
  await ports.store.putSeat(session.hash, inSession.meetingId, inSession.chairId);
  await services.documents.close();
  services.rooms.close();
  await ports.store.close();
  return seatedCookie(services, session);
}
