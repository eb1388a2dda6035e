import { describe, expect, test } from 'vitest';
import { ById } from '../by-id';
import { limits } from '../limits';
import type { MeetingEvent } from '../meeting-events';
import {
  agenda,
  asking,
  at,
  closed,
  fold,
  gathered,
  given,
  id,
  opened,
  partners,
  seated,
  who,
} from '../testing';
import { textOf } from '../words';
import { attended, isVoter } from './views';

const door: MeetingEvent = { type: 'door.opened', code: 'ABCDEF', until: at(200) };
const come = { type: 'person.come' as const, name: 'Ketua Adat', address: 'Bapak', partnerId: null };
const guestSeat = { partnerId: null, roles: ['guest' as const], votes: false };
const secondChair = seated('facilitator', { roles: ['chair', 'facilitator'] });
const over: MeetingEvent = { type: 'meeting.closed' };

describe('coming in', () => {
  test('[P1] whoever comes by the open code is a guest without a vote, whatever name they type', () => {
    given(...gathered(), door)
      .when({ ...come, partnerId: partners.village.id }, { by: null })
      .then([
        {
          type: 'person.seated',
          personId: id(9001),
          name: { id: id(9002), text: 'Ketua Adat' },
          address: { id: id(9003), text: 'Bapak' },
          partnerId: partners.village.id,
          roles: ['guest'],
          votes: false,
          waits: false,
        },
      ]);
  });

  test('[P1] where the waiting room is on, they wait', () => {
    const waitingRoom: MeetingEvent = { type: 'waiting-room.set', on: true };
    const { events, meeting } = given(...gathered(), door, waitingRoom).when(come, { by: null });
    expect(events[0]).toMatchObject({ type: 'person.seated', waits: true });
    expect(meeting.people.get(id(9001))?.seat).toBe('waiting');
  });

  test('[P2] the door must be open, its code good and the partner invited', () => {
    given(...gathered())
      .when(come, { by: null })
      .thenRefused('door_closed');
    given(...gathered(), door, { type: 'door.closed' })
      .when(come, { by: null })
      .thenRefused('door_closed');
    given(...gathered(), door)
      .when(come, { by: null, now: at(200) })
      .thenRefused('code_expired');
    given(...gathered(), door)
      .when({ ...come, partnerId: id(5) }, { by: null })
      .thenRefused('partner_not_invited');
    given(...opened(), door, over)
      .when(come, { by: null })
      .thenRefused('meeting_closed');
  });
});

describe('seats', () => {
  test('[P3] a vote needs a role for it, a delegate a partner, a partner an invitation', () => {
    const { guest: personId } = who;
    const cases = [
      ['role_cannot_vote', { ...guestSeat, votes: true }],
      ['delegate_needs_partner', { ...guestSeat, roles: ['delegate' as const] }],
      ['partner_not_invited', { ...guestSeat, partnerId: id(5) }],
    ] as const;
    for (const [code, seat] of cases) {
      const changed = { ...seat, roles: [...seat.roles] };
      given(...gathered())
        .when({ type: 'seat.change', personId, ...changed })
        .thenRefused(code);
      given(...gathered())
        .when({ type: 'person.seat', name: 'Baru', address: '', ...changed })
        .thenRefused(code);
    }
    const roles = ['delegate' as const];
    given(...gathered())
      .when({ type: 'seat.change', personId, partnerId: partners.office.id, roles, votes: true })
      .then([{ type: 'seat.changed', personId, partnerId: partners.office.id, roles, votes: true }]);
  });

  test('[P4] a meeting never loses its last chair before its close', () => {
    const { chair: personId } = who;
    const meeting = given(...opened());
    meeting.when({ type: 'seat.change', personId, ...guestSeat }).thenRefused('last_chair');
    meeting.when({ type: 'person.remove', personId, block: false }).thenRefused('last_chair');
    meeting.when({ type: 'person.erase', personId }).thenRefused('last_chair');
    expect(
      given(...opened(), secondChair).when({ type: 'person.remove', personId, block: false }).code,
    ).toBeNull();
    expect(given(...opened(), over).when({ type: 'person.erase', personId }).code).toBeNull();
  });

  test('[P4] a chair who was removed is no chair any more', () => {
    const removed: MeetingEvent = { type: 'person.removed', personId: who.facilitator, blocked: false };
    given(...opened(), secondChair, removed)
      .when({ type: 'person.remove', personId: who.chair, block: false })
      .thenRefused('last_chair');
  });

  test('[P5] whoever lets people in neither makes a chair nor comes by the link of one', () => {
    const link: MeetingEvent = { type: 'link.issued', personId: who.chair, linkId: id(77) };
    const meeting = given(...opened(), secondChair, link);
    const by = who.operator;
    const roles = ['chair' as const];
    const { chair, operator } = who;
    const seat = { ...guestSeat, roles };
    meeting.when({ type: 'seat.change', personId: operator, ...seat }, { by }).thenRefused('not_allowed');
    meeting.when({ type: 'seat.change', personId: chair, ...guestSeat }, { by }).thenRefused('not_allowed');
    meeting
      .when({ type: 'person.seat', name: 'Kawan', address: '', ...seat }, { by })
      .thenRefused('not_allowed');
    meeting.when({ type: 'person.remove', personId: chair, block: false }, { by }).thenRefused('not_allowed');
    meeting.when({ type: 'link.issue', personId: chair }, { by }).thenRefused('not_allowed');
    meeting.when({ type: 'link.revoke', personId: chair }, { by }).thenRefused('not_allowed');
    expect(meeting.when({ type: 'seat.change', personId: operator, ...seat }).code).toBeNull();
    expect(meeting.when({ type: 'link.issue', personId: chair }).code).toBeNull();
  });

  test('[P10] who was removed has no seat, vote or link, and keeps their line on the attendance list', () => {
    const { participant: personId } = who;
    const history: MeetingEvent[] = [
      ...opened(),
      { type: 'link.issued', personId, linkId: id(77) },
      { type: 'attendance.signed', personId },
    ];
    const { meeting } = given(...history).when({ type: 'person.remove', personId, block: false });
    const person = meeting.people.get(personId)!;
    expect(person).toMatchObject({ seat: 'removed', votes: false, linkId: null, attendance: 'signed' });
    expect([isVoter(person), attended(person)]).toEqual([false, true]);
    const removed = given(...history, { type: 'person.removed', personId, blocked: false });
    removed.when({ type: 'seat.change', personId, ...guestSeat }).thenRefused('person_unknown');
    removed.when({ type: 'person.remove', personId, block: false }).thenRefused('person_unknown');
    removed.when({ type: 'link.issue', personId }).thenRefused('person_unknown');
    removed.when({ type: 'attendance.leave' }, { by: personId }).thenRefused('not_allowed');
  });
});

describe('attendance', () => {
  test('[P6] the list opens with the lobby and keeps who has gone', () => {
    const by = who.participant;
    const signed: MeetingEvent = { type: 'attendance.signed', personId: by };
    const left: MeetingEvent = { type: 'attendance.left', personId: by };
    const sign = { type: 'attendance.sign' as const };
    const leave = { type: 'attendance.leave' as const };
    given(...gathered())
      .when(sign, { by })
      .thenRefused('not_open');
    given(...gathered(), door)
      .when(sign, { by })
      .then([signed]);
    given(...opened(), signed)
      .when(sign, { by })
      .thenRefused('already_here');
    given(...opened())
      .when(leave, { by })
      .thenRefused('not_here');
    given(...opened(), signed)
      .when(leave, { by })
      .then([left]);
    given(...opened(), signed, left)
      .when(sign, { by })
      .then([signed]);
    const { meeting } = given(...opened(), signed).when(leave, { by });
    expect(attended(meeting.people.get(by)!)).toBe(true);
  });

  test('[P6] a door that was opened days ahead for the invitation opens no list yet', () => {
    const by = who.participant;
    const sign = { type: 'attendance.sign' as const };
    const ahead = given(...gathered({ startsAt: at(1000) }), { ...door, until: at(5000) });
    ahead.when(sign, { by, now: at(1000) - limits.signBeforeMs - 1 }).thenRefused('not_open');
    expect(ahead.when(sign, { by, now: at(1000) - limits.signBeforeMs }).code).toBeNull();
  });

  test('[P6] the list keeps the first signing and the last leaving', () => {
    const personId = who.participant;
    const signed: MeetingEvent = { type: 'attendance.signed', personId };
    const left: MeetingEvent = { type: 'attendance.left', personId };
    const comingAndGoing = [signed, left, signed, left, signed].map((event, n) => ({
      event,
      at: at(50 + n),
    }));
    const state = fold([...opened(), ...comingAndGoing]);
    if (state.status === 'unplanned') throw new Error('unplanned');
    const { signedAt, leftAt, attendance } = state.people.get(personId)!;
    expect([signedAt, leftAt, attendance]).toEqual([at(50), at(53), 'signed']);
    expect(state.people.get(who.guest)).toMatchObject({ signedAt: null, leftAt: null });
  });
});

describe('links', () => {
  test('[P7] a person has one link at a time', () => {
    const { guest: personId } = who;
    const first: MeetingEvent = { type: 'link.issued', personId, linkId: id(77) };
    const again = given(...gathered(), first).when({ type: 'link.issue', personId });
    again.then([{ type: 'link.issued', personId, linkId: id(9001) }]);
    expect(again.meeting.people.get(personId)?.linkId).toBe(id(9001));
    const revoked: MeetingEvent = { type: 'link.revoked', personId, linkId: id(77) };
    given(...gathered(), first)
      .when({ type: 'link.revoke', personId })
      .then([revoked]);
    given(...gathered(), first, revoked)
      .when({ type: 'link.revoke', personId })
      .thenRefused('person_unknown');
    given(...gathered())
      .when({ type: 'link.issue', personId: id(5) })
      .thenRefused('person_unknown');
  });
});

test('[P7] people make their own link, and nobody makes that of another without the right', () => {
  const { guest: personId } = who;
  const issue = { type: 'link.issue' as const, personId };
  const meeting = given(...gathered());
  meeting.when(issue, { by: personId }).then([{ type: 'link.issued', personId, linkId: id(9001) }]);
  meeting.when(issue, { by: who.participant }).thenRefused('not_allowed');
  meeting.when({ ...issue, personId: id(5) }, { by: who.participant }).thenRefused('not_allowed');
  meeting.when({ ...issue, personId: who.screen }, { by: who.screen }).thenRefused('not_allowed');
  expect(meeting.when({ ...issue, personId: who.chair }).code).toBeNull();
  given(...gathered(), { type: 'person.removed', personId, blocked: false })
    .when(issue, { by: personId })
    .thenRefused('not_allowed');
});

describe('erasure', () => {
  const { participant: personId } = who;
  const words = seated('participant');
  const nameId = words.name.id;
  const addressId = words.address.id;

  test('[P8] people erase themselves: name and form of address go, and the seat with them', () => {
    given(...opened())
      .when({ type: 'person.erase', personId }, { by: personId })
      .then([
        { type: 'person.erased', personId, wordsIds: [nameId, addressId] },
        { type: 'person.removed', personId, blocked: false },
      ]);
  });

  test('[P8] the chair may do it for them, nobody else may, and only once', () => {
    const erase = { type: 'person.erase' as const, personId };
    expect(given(...opened()).when(erase).code).toBeNull();
    for (const by of [who.operator, who.facilitator, who.guest]) {
      given(...opened())
        .when(erase, { by })
        .thenRefused('not_allowed');
    }
    const erased = { type: 'person.erased' as const, personId, wordsIds: [nameId, addressId] };
    given(...opened(), erased)
      .when(erase)
      .thenRefused('person_unknown');
    given(...opened())
      .when({ ...erase, personId: id(5) })
      .thenRefused('person_unknown');
  });

  test('[P8] where the agenda names the same name as presenter, it goes too', () => {
    const presenter = { id: id(88), text: 'Nama participant' };
    const items = agenda.map((item, index) => (index === 1 ? { ...item, presenter } : item));
    const history: MeetingEvent[] = [
      ...gathered(),
      { type: 'meeting.opened' },
      { type: 'agenda.adopted', version: 1, items },
      { type: 'item.started', item: items[1]! },
    ];
    const { events, meeting } = given(...history).when({ type: 'person.erase', personId });
    expect(events[0]).toMatchObject({ wordsIds: [nameId, addressId, id(88)] });
    expect(JSON.stringify(meeting)).not.toContain('Nama participant');
  });

  test('[P8] someone removed before is erased without being removed again', () => {
    const { events } = given(...opened(), { type: 'person.removed', personId, blocked: false }).when({
      type: 'person.erase',
      personId,
    });
    expect(events.map((event) => event.type)).toEqual(['person.erased']);
    const erase = { type: 'person.erase' as const, personId };
    const removed: MeetingEvent = { type: 'person.removed', personId, blocked: true };
    const own = given(...opened(), removed).when(erase, { by: personId });
    expect(own.events.map((event) => event.type)).toEqual(['person.erased']);
    expect(own.meeting.people.get(personId)).toMatchObject({ seat: 'removed', blocked: true });
  });
});

describe('words taken back', () => {
  const reason = { id: id(88), text: 'kata kasar' };
  const paused: MeetingEvent = { type: 'meeting.paused', kind: 'other', reason, until: at(200) };
  const takeBack = { type: 'words.take-back' as const, wordsId: reason.id };
  const byFacilitator = { event: paused, by: who.facilitator };

  test('[P9] their author takes them back, once, and until the close', () => {
    const meeting = given(...opened(), byFacilitator);
    meeting
      .when(takeBack, { by: who.facilitator })
      .then([{ type: 'words.taken-back', wordsIds: [reason.id] }]);
    meeting.when(takeBack).thenRefused('words_not_yours');
    meeting.when({ ...takeBack, wordsId: id(5) }).thenRefused('words_unknown');
    given(...opened(), byFacilitator, { type: 'words.taken-back', wordsIds: [reason.id] })
      .when(takeBack, { by: who.facilitator })
      .thenRefused('words_unknown');
    given(...opened(), byFacilitator, over)
      .when(takeBack, { by: who.facilitator })
      .thenRefused('words_kept_after_close');
  });

  test('[P9] a remark, whose author is not named, is taken back by the chair, once', () => {
    const acceptableIf = { id: id(89), text: 'bila diubah' };
    const remark = { answer: 'object' as const, partnerId: null, words: reason, acceptableIf, until: null };
    const history = [...asking(), closed(false, { remarks: [remark] })];
    given(...history)
      .when({ ...takeBack, wordsId: acceptableIf.id })
      .then([{ type: 'words.taken-back', wordsIds: [acceptableIf.id] }]);
    given(...history)
      .when(takeBack, { by: who.officeDelegate })
      .thenRefused('words_not_yours');
    given(...history, { type: 'words.taken-back', wordsIds: [reason.id] })
      .when(takeBack)
      .thenRefused('words_unknown');
  });

  test('[P9] every free text has an author who can take it back', () => {
    const state = fold([...opened(), byFacilitator]);
    if (state.status === 'unplanned') throw new Error('unplanned');
    expect(state.authors).toEqual(ById.from([[reason.id, who.facilitator]]));
    expect(textOf(reason)).toBe('kata kasar');
  });
});
