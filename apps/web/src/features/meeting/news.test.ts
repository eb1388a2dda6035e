import type { Meeting } from '@mufakat/domain';
import {
  agenda,
  asking,
  closed,
  fold,
  foldFrom,
  goalDrafted,
  goalFrozen,
  goalId,
  minutesFrozen,
  minutesReopened,
  minutesSigned,
  opened,
  pollId,
  who,
  type Entry,
} from '@mufakat/domain/testing';
import { expect, it } from 'vitest';
import { newsBetween } from './news';

function between(before: readonly Entry[], then: readonly Entry[], you: string) {
  const [was, is] = [fold(before), foldFrom(fold(before), then, before.length)];
  return newsBetween(was as Meeting, is as Meeting, you).map(({ kind }) => kind);
}

it('says nothing where nothing changed', () => {
  const state = fold(opened()) as Meeting;
  expect(newsBetween(state, state, who.chair)).toEqual([]);
});

it('tells those on the roll that the poll is theirs', () => {
  const [before, poll] = [asking().slice(0, -1), asking().at(-1)!];
  const after = fold(asking()) as Meeting;
  const was = fold(before) as Meeting;
  expect(newsBetween(was, after, who.participant)).toEqual([{ kind: 'poll-open', pollId, yours: true }]);
  expect(newsBetween(was, after, who.guest)).toEqual([{ kind: 'poll-open', pollId, yours: false }]);
  expect(between(asking(), [closed(true)], who.guest)).toEqual(['poll-closed']);
  expect(poll.type).toBe('poll.opened');
});

it('tells of a locked text, a pause and a seat, each to whom it concerns', () => {
  expect(between(asking().slice(0, -2), [asking().at(-2)!], who.guest)).toEqual(['locked']);
  const pause: Entry = { type: 'meeting.paused', kind: 'prayer', reason: { id: 'w', text: '' }, until: 1 };
  expect(between(opened(), [pause], who.guest)).toEqual(['paused']);
  expect(between([...opened(), pause], [{ type: 'meeting.resumed' }], who.guest)).toEqual(['resumed']);
  const seat: Entry = {
    type: 'seat.changed',
    personId: who.guest,
    partnerId: null,
    roles: ['participant'],
    votes: true,
  };
  expect(between(opened(), [seat], who.guest)).toEqual(['seat']);
  expect(between(opened(), [seat], who.chair)).toEqual([]);
});

it('tells of a change of the agenda when it is proposed, and when it holds', () => {
  const proposed: Entry = {
    type: 'agenda.proposed',
    proposalId: 'p',
    items: [agenda[0]!],
    by: who.participant,
  };
  const adopted: Entry = { type: 'agenda.adopted', version: 2, items: [agenda[0]!] };
  expect(between(opened(), [proposed], who.guest)).toEqual(['agenda-proposed']);
  expect(between([...opened(), proposed], [adopted], who.guest)).toEqual(['agenda-changed']);
  expect(between(opened().slice(0, -1), opened().slice(-1), who.guest)).not.toContain('agenda-changed');
});

it('tells when a goal is locked and opened again, and when minutes are locked, signed and opened', () => {
  const before = [...opened(), goalDrafted()];
  const reason = { id: 'w', text: '' };
  expect(between(before, [goalFrozen()], who.guest)).toEqual(['goal-locked']);
  const again: Entry = { type: 'goal.reopened', goalId, reason };
  expect(between([...before, goalFrozen()], [again], who.guest)).toEqual(['goal-unlocked']);
  const locked = [...opened(), minutesFrozen()];
  expect(between(opened(), [minutesFrozen()], who.guest)).toEqual(['minutes-locked']);
  const bySecretary = [...locked, minutesSigned('secretary', 'secretary')];
  expect(between(bySecretary, [minutesSigned('chair', 'chair')], who.guest)).toEqual(['minutes-signed']);
  expect(between(locked, [minutesReopened()], who.guest)).toEqual(['minutes-opened']);
});
