import type { MeetingEvent, RefusalCode } from '@mufakat/domain';
import {
  agenda,
  asking,
  at,
  closed,
  decisionId,
  fold,
  gathered,
  opened,
  pollId,
  voting,
  who,
} from '@mufakat/domain/testing';
import type { BallotMessage, Join } from '@mufakat/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryRows } from '../kept/memory-rows';
import { Shelf } from '../kept/shelf.svelte';
import type { LateOrder } from './late-orders';
import { openMeeting } from './open-meeting.svelte';
import * as predict from './predict';
import { ServerClock } from './server-clock';
import { FakeServer, meetingId } from './testing';

const day = 86_400_000;
const yes = { kind: 'vote', vote: 'yes' } as const;
const no = { kind: 'vote', vote: 'no' } as const;

beforeEach(() => void vi.useFakeTimers({ now: at(60) }));
afterEach(() => void vi.useRealTimers());

const foresight = { rules: predict, stop: () => undefined };
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

async function live(
  events: readonly MeetingEvent[],
  you: string = who.chair,
  shelf = new Shelf(memoryRows(), false),
) {
  const late: LateOrder[] = [];
  const server = new FakeServer(events);
  server.you = you;
  let wake: () => void = () => undefined;
  const session = openMeeting(meetingId, {
    openWire: server.openWire,
    foresight,
    clock: new ServerClock(() => Date.now() - day),
    onWake: (heard) => {
      wake = heard;
      return () => undefined;
    },
    shelf: Promise.resolve(shelf),
    late: (news) => late.push(news),
  });
  expect(session.line).toEqual({ status: 'joining' });
  server.connect();
  await settle();
  return { server, session, shelf, late, wake: () => wake() };
}

describe('joining', () => {
  it('shows the meeting, who one is and who is here', async () => {
    const { session } = await live(opened());
    expect(session.line).toEqual({ status: 'live' });
    expect(session.state).toEqual(fold(opened()));
    expect(session.you).toBe(who.chair);
    expect([...session.here]).toEqual([who.chair]);
    expect(session.may('decisions')).toBe(true);
  });

  it('goes through a long record page by page', async () => {
    const server = new FakeServer(asking());
    server.pageSize = 4;
    const session = openMeeting(meetingId, {
      openWire: server.openWire,
      foresight,
      onWake: () => () => undefined,
      shelf: Promise.resolve(new Shelf(memoryRows(), false)),
    });
    server.connect();
    await settle();
    expect(session.state).toEqual(fold(asking()));
    const after = server.sentAs<Join>('join').map((message) => message.afterSeq);
    expect(after).toEqual(after.map((_, index) => index * 4));
  });

  it('goes on after the last event when the line comes back', async () => {
    const { server, session } = await live(opened());
    server.cut();
    expect(session.line).toEqual({ status: 'lost', since: server.now });
    server.happens({ type: 'item.started', item: agenda[0]! });
    server.connect();
    await settle();
    expect(session.line).toEqual({ status: 'live' });
    expect(server.sentAs<Join>('join').at(-1)?.afterSeq).toBe(opened().length);
    expect(session.state?.agenda.running?.item).toEqual(agenda[0]);
  });

  it('joins again where a frame was lost', async () => {
    const { server, session } = await live(opened());
    server.up = false;
    server.happens({ type: 'item.started', item: agenda[0]! });
    server.up = true;
    server.happens({ type: 'item.extended', itemId: agenda[0]!.id, minutes: 5 });
    await settle();
    expect(session.state?.agenda.running?.minutes).toBe(agenda[0]!.minutes + 5);
  });

  it('folds anew when its sight of the meeting has changed', async () => {
    const { server } = await live(opened());
    server.client.refold({ meetingId });
    await settle();
    expect(server.sentAs<Join>('join').at(-1)?.afterSeq).toBe(0);
  });

  it('ignores the answer to a join that a dead line has overtaken', async () => {
    const { server, session } = await live(opened());
    server.cut();
    let late: (answer: unknown) => void = () => undefined;
    server.answer = () => new Promise((resolve) => (late = resolve));
    server.connect();
    const stale = server.joined(0);
    server.cut();
    server.answer = (name, message) => server.usual(name, message);
    server.connect();
    late(stale);
    await settle();
    expect(session.line).toEqual({ status: 'live' });
    expect(session.state).toEqual(fold(opened()));
  });

  it('folds anew once where the chain does not hold, and then gives up', async () => {
    const { server, session } = await live(opened());
    const [first, ...rest] = server.log;
    server.log = [{ ...first!, at: 1 }, ...rest];
    server.client.events({ meetingId, events: [{ ...rest[0]!, leaf: '0'.repeat(64) }] });
    await settle();
    expect(session.line).toEqual({ status: 'gone', code: 'malformed' });
  });

  it.each<[RefusalCode, string]>([
    ['not_found', 'gone'],
    ['old_client', 'gone'],
    ['person_removed', 'gone'],
    ['server_busy', 'joining'],
    ['storage_failed', 'joining'],
  ])('refused with %s is %s', async (code, status) => {
    const server = new FakeServer(opened());
    server.answer = () => ({ ok: false, code });
    const session = openMeeting(meetingId, {
      openWire: server.openWire,
      foresight,
      onWake: () => () => undefined,
      shelf: Promise.resolve(new Shelf(memoryRows(), false)),
    });
    server.connect();
    await settle();
    expect(session.line.status).toBe(status);
    server.answer = (name, message) => server.usual(name, message);
    await vi.advanceTimersByTimeAsync(5000);
    expect(session.line.status).toBe(status === 'gone' ? 'gone' : 'live');
  });

  it('is over for whoever is removed or turned away, and not where the server only goes down', async () => {
    const { server, session } = await live(opened());
    server.client.gone({ meetingId: null, code: 'server_busy' });
    expect(session.line.status).toBe('live');
    server.client.gone({ meetingId, code: 'person_removed' });
    expect(session.line).toEqual({ status: 'gone', code: 'person_removed' });
    expect(server.closed).toBe(true);
    await expect(session.ask({ type: 'meeting.close' })).resolves.toEqual({
      ok: false,
      code: 'person_removed',
    });
  });
});

describe('asking', () => {
  it('what the rules refuse is refused at once and nothing is sent', async () => {
    const { server, session } = await live(opened(), who.guest);
    await expect(session.ask({ type: 'meeting.close' })).resolves.toEqual({ ok: false, code: 'not_allowed' });
    const chair = await live(gathered());
    await expect(chair.session.ask({ type: 'item.start', itemId: agenda[0]!.id })).resolves.toEqual({
      ok: false,
      code: 'not_open',
    });
    for (const one of [server, chair.server]) expect(one.sentAs('command')).toEqual([]);
  });

  it('what hangs on things that only the server has is left to the server', async () => {
    const { server, session } = await live(voting());
    server.answer = (name, message) =>
      name === 'command' ? { ok: false, code: 'text_empty' } : server.usual(name, message);
    await expect(session.ask({ type: 'poll.close', pollId })).resolves.toMatchObject({ code: 'text_empty' });
    await expect(session.ask({ type: 'agenda.propose' })).resolves.toMatchObject({ code: 'text_empty' });
    await expect(session.ask({ type: 'text.freeze', decisionId })).resolves.toEqual({
      ok: false,
      code: 'text_frozen',
    });
    expect(server.sentAs('command')).toHaveLength(2);
  });

  it('foretells more where the page has the agenda at hand', async () => {
    const { server, session } = await live(opened());
    await expect(session.ask({ type: 'agenda.propose' }, { agenda: [] })).resolves.toEqual({
      ok: false,
      code: 'agenda_empty',
    });
    expect(server.sentAs('command')).toEqual([]);
  });

  it('keeps one id until it is answered, over dead lines and full disks', async () => {
    const { server, session } = await live(opened());
    const command = { type: 'item.start', itemId: agenda[0]!.id } as const;
    server.answer = () => {
      server.cut();
      return null;
    };
    const asked = session.ask(command);
    expect(session.waiting).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    let failures = 2;
    server.answer = (name, message) => {
      if (name !== 'command') return server.usual(name, message);
      if (failures-- > 0) return { ok: false, code: 'storage_failed' };
      server.happens({ type: 'item.started', item: agenda[0]! });
      return server.usual(name, message);
    };
    server.connect();
    await vi.advanceTimersByTimeAsync(10_000);
    await expect(asked).resolves.toEqual({ ok: true, value: { seq: server.log.length } });
    const sent = server.sentAs('command');
    expect(sent).toHaveLength(4);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(sent[0]).toMatchObject({ meetingId, command });
    expect(sent[0]?.id).toMatch(/^[\w-]{22}$/);
    expect(session.waiting).toBe(0);
  });

  it('has the events in the state when it says that it is done', async () => {
    const { server, session } = await live(opened());
    server.answer = (name, message) =>
      name === 'command' ? { ok: true, seq: server.log.length + 1 } : server.usual(name, message);
    const asked = session.ask({ type: 'item.start', itemId: agenda[0]!.id });
    const seen = asked.then(() => session.state?.agenda.running?.item.id);
    await vi.advanceTimersByTimeAsync(1000);
    server.happens({ type: 'item.started', item: agenda[0]! });
    await expect(seen).resolves.toBe(agenda[0]!.id);
  });

  it('leaves the second of two commands to the server where the first still waits', async () => {
    const { server, session } = await live(gathered());
    server.cut();
    const first = session.ask({ type: 'meeting.open' });
    const second = session.ask({ type: 'meeting.pause', kind: 'break', reason: '', until: at(90) });
    server.answer = (name, message) => {
      if (name === 'command' && server.sentAs('command').length === 1)
        server.happens({ type: 'meeting.opened' });
      return server.usual(name, message);
    };
    server.connect();
    await settle();
    await expect(Promise.all([first, second])).resolves.toMatchObject([{ ok: true }, { ok: true }]);
  });

  it('is refused when the page leaves', async () => {
    const { server, session } = await live(opened());
    server.cut();
    const asked = session.ask({ type: 'item.start', itemId: agenda[0]!.id });
    session.close();
    await expect(asked).resolves.toEqual({ ok: false, code: 'server_busy' });
    expect(server.closed).toBe(true);
  });
});

describe('casting', () => {
  it('shows at once what was given, and forgets it with the poll', async () => {
    const { server, session } = await live(voting(), who.officeDelegate);
    await expect(session.cast(pollId, yes)).resolves.toEqual({ ok: true, value: null });
    expect(session.given.get(pollId)).toEqual(yes);
    server.client.turnout({ pollId, cast: 1, byChamber: [] });
    expect(session.turnouts.get(pollId)?.cast).toBe(1);
    server.happens(closed(true));
    expect(session.given.size + session.turnouts.size).toBe(0);
  });

  it('is foretold', async () => {
    const { server, session } = await live(voting(), who.guest);
    await expect(session.cast(pollId, yes)).resolves.toEqual({ ok: false, code: 'not_on_the_roll' });
    expect(server.sentAs('ballot')).toEqual([]);
  });

  it('keeps each ballot’s id and their order: the last one said is the last one sent', async () => {
    const { server, session } = await live(voting(), who.officeDelegate);
    server.answer = () => {
      server.cut();
      return null;
    };
    const cast = [session.cast(pollId, yes), session.cast(pollId, no)];
    await vi.advanceTimersByTimeAsync(5000);
    server.answer = (name, message) => server.usual(name, message);
    server.connect();
    await vi.advanceTimersByTimeAsync(5000);
    await Promise.all(cast);
    const ballots = server.sentAs<BallotMessage>('ballot').map(({ ballot }) => ballot);
    expect(ballots.map(({ choice }) => choice)).toEqual([yes, yes, no]);
    expect(ballots[0]?.ballotId).toBe(ballots[1]?.ballotId);
    expect(ballots[1]?.ballotId).not.toBe(ballots[2]?.ballotId);
    expect(session.given.get(pollId)).toEqual(no);
  });
});

describe('the clock', () => {
  it('is the server’s, on a device that is a day behind', async () => {
    const { server, session } = await live(opened());
    expect(session.now()).toBe(server.now);
    await vi.advanceTimersByTimeAsync(5000);
    expect(session.now()).toBe(server.now + 5000);
    expect(session.tick).toBe(server.now + 5000);
  });

  it('is asked every minute and after waking', async () => {
    const { server, wake } = await live(opened());
    const before = server.sentAs('clock').length;
    await vi.advanceTimersByTimeAsync(180_000);
    expect(server.sentAs('clock')).toHaveLength(before + 3);
    wake();
    await settle();
    expect(server.sentAs('clock')).toHaveLength(before + 4);
  });
});

describe('what an earlier page left', () => {
  const place = { meetingId, personId: who.chair };
  const start = { type: 'item.start', itemId: agenda[0]!.id } as const;

  /** A page with a dead line on which this was given, and which is then gone. */
  async function leftBehind(give: (session: Awaited<ReturnType<typeof live>>['session']) => void) {
    const first = await live(opened());
    first.server.cut();
    give(first.session);
    await settle();
    first.session.close();
    return first.shelf;
  }

  it('is sent under its own id, told, and then no longer kept', async () => {
    const shelf = await leftBehind((session) => void session.ask(start));
    const [row] = await shelf.of(place);
    const { server, late, session } = await live(opened(), who.chair, shelf);
    await settle();
    expect(server.sentAs('command').map((message) => message.id)).toEqual([row?.key]);
    expect(late).toEqual([{ key: row?.key, parcel: row?.content, result: 'sent' }]);
    expect(session.waiting).toBe(0);
    expect(await shelf.of(place)).toEqual([]);
  });

  it('is told of where the server refuses it', async () => {
    const shelf = await leftBehind((session) => void session.ask(start));
    const server = new FakeServer(opened());
    const late: LateOrder[] = [];
    server.answer = (name, message) =>
      name === 'command' ? { ok: false, code: 'not_allowed' } : server.usual(name, message);
    openMeeting(meetingId, {
      openWire: server.openWire,
      foresight,
      onWake: () => () => undefined,
      shelf: Promise.resolve(shelf),
      late: (news) => late.push(news),
    });
    server.connect();
    await settle();
    await settle();
    expect(late.map(({ result }) => result)).toEqual([{ ok: false, code: 'not_allowed' }]);
    expect(await shelf.of(place)).toEqual([]);
  });

  it('is another person’s no business, on the same device in the same meeting', async () => {
    const shelf = await leftBehind((session) => void session.ask(start));
    const { server, late } = await live(opened(), who.guest, shelf);
    await settle();
    expect(server.sentAs('command')).toEqual([]);
    expect(late).toEqual([]);
    expect(await shelf.of(place)).toHaveLength(1);
  });

  it('is too old after a day: told, and not sent', async () => {
    const shelf = await leftBehind((session) => void session.ask(start));
    vi.setSystemTime(at(60) + day + 1);
    const { server, late } = await live(opened(), who.chair, shelf);
    await settle();
    expect(server.sentAs('command')).toEqual([]);
    expect(late).toMatchObject([{ parcel: null, result: 'too_old' }]);
    await settle();
    expect(await shelf.of(place)).toEqual([]);
  });

  it('goes with the person who is removed', async () => {
    const { server, session, shelf } = await live(opened());
    server.cut();
    void session.ask(start);
    await settle();
    expect(await shelf.of(place)).toHaveLength(1);
    server.client.gone({ meetingId, code: 'person_removed' });
    await settle();
    expect(await shelf.of(place)).toEqual([]);
  });
});
