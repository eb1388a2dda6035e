import { describe, expect, test } from 'vitest';
import { remainingMs } from '../agenda/views';
import { ById } from '../by-id';
import type { Actor } from '../context';
import { decideMeeting } from '../decide-meeting';
import { limits } from '../limits';
import type { MeetingCommand } from '../meeting-commands';
import type { Person } from './state';
import {
  asking,
  at,
  closed,
  coalition,
  drafted,
  frozenText,
  gathered,
  given,
  id,
  idsFrom,
  opened,
  partners,
  planCommand,
  planned,
  ruleWith,
  seated,
  who,
  decisionId,
  agenda,
} from '../testing';

const planner = { name: 'Siti Aminah', address: 'Ibu', partnerId: partners.village.id };
const howToPlan = { now: at(0), gathered: { streamId: id(3), coalition, planner, goals: [] } };
const paused = {
  type: 'meeting.paused' as const,
  kind: 'prayer' as const,
  reason: { id: id(90), text: '' },
  until: at(200),
};
const pause = { type: 'meeting.pause' as const, kind: 'prayer' as const, reason: '', until: at(130) };

describe('planning', () => {
  test('[M1] copies the coalition and gives the chair, without a vote, to whoever plans', () => {
    given()
      .when(planCommand, howToPlan)
      .then([
        planned(),
        {
          type: 'person.seated',
          personId: who.chair,
          name: { id: id(9001), text: 'Siti Aminah' },
          address: { id: id(9002), text: 'Ibu' },
          partnerId: partners.village.id,
          roles: ['chair', 'facilitator', 'operator'],
          votes: false,
          waits: false,
        },
      ]);
  });

  test('[M1] seats a planner whose partner is not invited for no partner', () => {
    const invited = planCommand.invited.filter((one) => one.partnerId !== partners.village.id);
    const { events } = given().when({ ...planCommand, invited }, howToPlan);
    expect(events[1]).toMatchObject({ partnerId: null });
  });

  test('[M2] starts no earlier than a day ago and invites partners of the coalition, each once', () => {
    const startsAt = at(0) - 25 * 3_600_000;
    given()
      .when({ ...planCommand, startsAt }, howToPlan)
      .thenRefused('starts_in_the_past');
    for (const partnerId of [id(5), partners.office.id]) {
      const invited = [...planCommand.invited, { partnerId, heads: 1 }];
      given()
        .when({ ...planCommand, invited }, howToPlan)
        .thenRefused('partner_unknown');
    }
  });

  test('[M3] refuses a rule that nobody could count by', () => {
    for (const rule of [ruleWith({ ladder: ['vote', 'consent'] }), ruleWith({ supportFrom: 9 })]) {
      given()
        .when({ ...planCommand, rule }, howToPlan)
        .thenRefused('rule_invalid');
    }
  });
});

describe('the door', () => {
  const code = { code: 'ABCDEF' };

  test('[M4] opens with a code and an hour, again with another code, and is shut once', () => {
    const first = { type: 'door.opened' as const, code: 'ABCDEF', until: at(100 + 120) };
    given(...gathered())
      .when({ type: 'door.open', hours: 2 }, { gathered: code })
      .then([first]);
    const again = given(...gathered(), first).when(
      { type: 'door.open', hours: 1 },
      { gathered: { code: 'GHIJKL' } },
    );
    expect(again.meeting.door).toEqual({ status: 'open', code: 'GHIJKL', until: at(160) });
    given(...gathered(), first)
      .when({ type: 'door.close' })
      .then([{ type: 'door.closed' }]);
    given(...gathered())
      .when({ type: 'door.close' })
      .thenRefused('door_closed');
  });

  test('[M4] opening it makes a lobby of a planned meeting and leaves an open one as it is', () => {
    const phaseAfter = (meeting: ReturnType<typeof gathered>) =>
      given(...meeting).when({ type: 'door.open', hours: 2 }, { gathered: code }).meeting.phase.status;
    expect(phaseAfter(gathered())).toBe('lobby');
    expect(phaseAfter(opened())).toBe('open');
  });
});

describe('the phases', () => {
  test('[M5] a pause has a time of return and, where its kind does not say why, a reason', () => {
    const meeting = given(...opened());
    meeting.when(pause).then([{ ...paused, reason: { id: id(9001), text: '' }, until: at(130) }]);
    meeting.when({ ...pause, until: at(100) }).thenRefused('until_in_the_past');
    meeting.when({ ...pause, kind: 'other' }).thenRefused('reason_needed');
    given(...gathered())
      .when(pause)
      .thenRefused('not_open');
    given(...opened(), paused)
      .when(pause)
      .thenRefused('meeting_paused');
  });

  test('[M6] a meeting opens once, from the plan or the lobby', () => {
    given(...gathered())
      .when({ type: 'meeting.open' })
      .then([{ type: 'meeting.opened' }]);
    given(...gathered(), { type: 'door.opened', code: 'ABCDEF', until: at(200) })
      .when({ type: 'meeting.open' })
      .then([{ type: 'meeting.opened' }]);
    given(...opened())
      .when({ type: 'meeting.open' })
      .thenRefused('already_open');
    given(...opened(), paused)
      .when({ type: 'meeting.open' })
      .thenRefused('already_open');
  });

  test('[M7] a meeting closes from session or pause, never over an open poll; what is pending stays so', () => {
    const close = { type: 'meeting.close' as const };
    given(...gathered())
      .when(close)
      .thenRefused('not_open');
    given(...asking())
      .when(close)
      .thenRefused('poll_still_open');
    given(...asking(), paused)
      .when(close)
      .thenRefused('poll_still_open');
    given(...opened(), paused)
      .when(close)
      .then([{ type: 'meeting.closed' }]);
    const { meeting } = given(...asking(), closed(true)).when(close);
    expect(meeting).toMatchObject({ phase: { status: 'closed' }, door: { status: 'shut' } });
    expect(meeting.decisions[decisionId]?.outcome).toEqual({ status: 'pending' });
  });

  test('[M8] a closed meeting takes erasures and links back, and nothing else', () => {
    const over = given(
      ...opened(),
      { type: 'link.issued', personId: who.guest, linkId: id(77) },
      { type: 'meeting.closed' },
    );
    over.when({ type: 'meeting.close' }).thenRefused('meeting_closed');
    over.when({ type: 'meeting.open' }).thenRefused('meeting_closed');
    over.when({ type: 'link.issue', personId: who.guest }).thenRefused('meeting_closed');
    over
      .when({ type: 'link.revoke', personId: who.guest })
      .then([{ type: 'link.revoked', personId: who.guest, linkId: id(77) }]);
    expect(over.when({ type: 'person.erase', personId: who.chair }).code).toBeNull();
    expect(over.when({ type: 'meeting.reopen', reason: 'terlalu cepat' }, { now: at(30) }).code).toBeNull();
  });

  test('[M9] a meeting is full at some time, and those removed count', () => {
    const guest = { name: 'Baru', address: '', partnerId: null };
    const come = { type: 'person.come' as const, ...guest };
    const seat = { type: 'person.seat' as const, ...guest, roles: ['guest' as const], votes: false };
    const door = { type: 'door.opened' as const, code: 'ABCDEF', until: at(9999) };
    const { state } = given(planned(), seated('chair'), door);
    if (state.status === 'unplanned') throw new Error('unplanned');
    const chair = state.people.get(who.chair)!;
    const attempt = (people: number, command: MeetingCommand, actor: Actor) => {
      const others = Array.from({ length: people - 1 }, (_, n): [string, Person] => [
        id(10_000 + n),
        { ...chair, id: id(10_000 + n), seat: 'removed' },
      ]);
      const full = { ...state, people: ById.from([...others, [who.chair, chair]]) };
      return decideMeeting(full, command, { actor, now: 0, newId: idsFrom(9001), gathered: {} });
    };
    const host: Actor = { kind: 'person', personId: who.chair };
    for (const [command, actor] of [
      [seat, host],
      [come, { kind: 'door' }],
    ] as const) {
      expect(attempt(limits.peopleInMeeting, command, actor)).toEqual({ ok: false, code: 'server_busy' });
      expect(attempt(limits.peopleInMeeting - 1, command, actor).ok).toBe(true);
    }
  });

  test('[M10] only a paused meeting is resumed', () => {
    const resume = { type: 'meeting.resume' as const };
    given(...opened(), paused)
      .when(resume)
      .then([{ type: 'meeting.resumed' }]);
    given(...opened())
      .when(resume)
      .thenRefused('not_paused');
    given(...gathered())
      .when(resume)
      .thenRefused('not_paused');
  });

  test("[M11] the running item's clock stands still during a pause", () => {
    const started = { event: { type: 'item.started' as const, item: agenda[1]! }, at: at(50) };
    const pausedAt = { event: paused, at: at(60) };
    const standing = given(...opened(), started, pausedAt).when({ type: 'meeting.resume' }, { now: at(75) });
    expect(remainingMs(standing.meeting.agenda.running!, at(80))).toBe((40 - 10 - 5) * 60_000);
    const { state } = given(...opened(), started, pausedAt);
    if (state.status === 'unplanned') throw new Error('unplanned');
    expect(remainingMs(state.agenda.running!, at(70))).toBe(30 * 60_000);
  });

  test('[M12] what needs the room is refused before the opening and during a pause', () => {
    const draft = drafted({ itemId: null });
    const freeze = { type: 'text.freeze' as const, decisionId };
    const how = { gathered: { text: frozenText } };
    given(...gathered(), draft)
      .when(freeze, how)
      .thenRefused('not_open');
    given(...opened(), draft, paused)
      .when(freeze, how)
      .thenRefused('meeting_paused');
    expect(given(...opened(), draft, paused, { type: 'meeting.resumed' }).when(freeze, how).code).toBeNull();
  });
});
