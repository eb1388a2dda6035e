/**
 * People of a meeting of ours, made through its doors: each comes in by the code from an address of their own, as a
 * proxy would name it, with a session of their own; the chair seats those who write, point or vote. All limits of
 * production stay on, so the chair speaks on as many lines as it may have.
 */
import type { MeetingCommand } from '@mufakat/domain';
import { wireLimits, type CommandAck } from '@mufakat/protocol';
import { answer, gather, type Gathering } from '../../harness/coalition';
import { newId, Person } from '../../harness/person';
import { inParallel, sleep } from '../generator/meter';

const atOnce = 16;
/** One is the chair's own. */
const chairLines = wireLimits.socketsPerSession - 1;

export interface Member {
  cookie: string;
  personId: string;
}

/** `X-Forwarded-For` of the nth device of the bench. */
export function addressOf(device: number): Record<string, string> {
  return { 'x-forwarded-for': `10.${(device >> 16) & 255}.${(device >> 8) & 255}.${device & 255}` };
}

/** A meeting that is open, with its chair on a line. */
export async function openMeeting(url: string, device: number): Promise<Gathering> {
  const gathering = await gather(url, { headers: addressOf(device) });
  await gathering.chair.do({ type: 'meeting.open' });
  return gathering;
}

/** Guests, as whoever comes in by the code is one. */
export async function comeIn(gathering: Gathering, count: number, firstDevice: number): Promise<Member[]> {
  const members: Member[] = [];
  const come = (index: number) => async () => {
    const person = new Person(gathering.chair.url, addressOf(firstDevice + index));
    const came = await person.come(gathering.code, `Peserta ${index + 1}`);
    members[index] = { cookie: person.cookie, personId: answer<{ personId: string }>(came, 201).personId };
  };
  await inParallel(
    Array.from({ length: count }, (_, index) => come(index)),
    atOnce,
  );
  return members;
}

/** Gives these a seat that writes and votes. */
export async function seatAll(gathering: Gathering, members: readonly Member[]): Promise<void> {
  const { partners } = gathering;
  await fromAllLines(
    gathering,
    members.map(({ personId }, index) => ({
      type: 'seat.change',
      personId,
      partnerId: partners[index % partners.length] ?? null,
      roles: ['participant'],
      votes: true,
    })),
  );
}

async function fromAllLines({ chair, meetingId }: Gathering, commands: MeetingCommand[]): Promise<void> {
  const lines = await Promise.all(
    Array.from({ length: Math.min(chairLines, commands.length) }, async () => {
      const line = new Person(chair.url, chair.headers);
      line.cookie = chair.cookie;
      line.meetingId = meetingId;
      await line.connect();
      return line;
    }),
  );
  let next = 0;
  const speak = async (line: Person) => {
    for (let command = commands[next++]; command; command = commands[next++]) await insist(line, command);
    line.close();
  };
  await Promise.all(lines.map(speak));
}

/** Waits as people would where this line has said much at once. */
async function insist(line: Person, command: MeetingCommand): Promise<void> {
  const id = newId();
  for (;;) {
    const ack: CommandAck = await line.command(command, id);
    if (ack.ok) return;
    if (ack.code !== 'too_many_requests') throw new Error(`${command.type} was refused: ${ack.code}`);
    await sleep(50);
  }
}
