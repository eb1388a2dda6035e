import { expect, test } from 'vitest';
import {
  mayReadDocuments,
  whyNotWriteAgenda,
  whyNotWriteGoal,
  whyNotWriteMinutes,
  whyNotWriteNotes,
  whyNotWriteWording,
} from './document-rights';
import type { Meeting } from './meeting/state';
import {
  decisionId,
  drafted,
  fold,
  frozen,
  goalDrafted,
  goalFrozen,
  goalId,
  id,
  minutesFrozen,
  minutesReopened,
  opened,
  seated,
  who,
  type Entry,
} from './testing';

function meeting(...entries: Entry[]): Meeting {
  const state = fold([...opened(), drafted(), ...entries]);
  if (state.status === 'unplanned') throw new Error('unplanned');
  return state;
}

const removed = { type: 'person.removed' as const, personId: who.secretary, blocked: false };
const over = { type: 'meeting.closed' as const };
const voided = { type: 'decision.voided' as const, decisionId, reason: { id: id(1), text: 'salah' } };

test('[R5] whoever holds a seat may read the documents', () => {
  expect(mayReadDocuments(meeting(), who.observer)).toBe(true);
  expect(mayReadDocuments(meeting(removed), who.secretary)).toBe(false);
  expect(mayReadDocuments(meeting(), id(9))).toBe(false);
  const waiting = seated('guest', { personId: id(700), waits: true });
  expect(mayReadDocuments(meeting(waiting), id(700))).toBe(false);
});

test('[R6] the agenda is written by those with the right, until the close', () => {
  expect(whyNotWriteAgenda(meeting(), who.participant)).toBeNull();
  expect(whyNotWriteAgenda(meeting(), who.guest)).toBe('document_read_only');
  expect(whyNotWriteAgenda(meeting(removed), who.secretary)).toBe('document_read_only');
  expect(whyNotWriteAgenda(meeting(over), who.chair)).toBe('document_frozen');
});

test('[R6] notes are written by those with the right, until the close', () => {
  for (const writer of [who.chair, who.participant, who.operator]) {
    expect(whyNotWriteNotes(meeting(), writer)).toBeNull();
    expect(whyNotWriteNotes(meeting(over), writer)).toBe('document_frozen');
  }
  expect(whyNotWriteNotes(meeting(), who.guest)).toBe('document_read_only');
  expect(whyNotWriteNotes(meeting(removed), who.secretary)).toBe('document_read_only');
});

test('[R6] the minutes are written by chair and secretary, also after the close, until they are locked', () => {
  for (const writer of [who.chair, who.secretary]) {
    expect(whyNotWriteMinutes(meeting(), writer)).toBeNull();
    expect(whyNotWriteMinutes(meeting(over), writer)).toBeNull();
    expect(whyNotWriteMinutes(meeting(minutesFrozen()), writer)).toBe('document_frozen');
    expect(whyNotWriteMinutes(meeting(minutesFrozen(), minutesReopened()), writer)).toBeNull();
  }
  expect(whyNotWriteMinutes(meeting(), who.participant)).toBe('document_read_only');
  expect(whyNotWriteMinutes(meeting(removed), who.secretary)).toBe('document_read_only');
});

test('[R6] a wording is written by those with the right, while its text is open and its decision pending', () => {
  expect(whyNotWriteWording(meeting(), decisionId, who.participant)).toBeNull();
  expect(whyNotWriteWording(meeting(), id(9), who.participant)).toBe('document_unknown');
  expect(whyNotWriteWording(meeting(), decisionId, who.operator)).toBe('document_read_only');
  for (const last of [frozen(), voided, over]) {
    expect(whyNotWriteWording(meeting(last), decisionId, who.participant)).toBe('document_frozen');
  }
});

test('[R6] a goal is written by those with the right, while its text is open and written from here', () => {
  expect(whyNotWriteGoal(meeting(goalDrafted()), goalId, who.participant)).toBeNull();
  expect(whyNotWriteGoal(meeting(), goalId, who.participant)).toBe('document_unknown');
  expect(whyNotWriteGoal(meeting(goalDrafted()), goalId, who.operator)).toBe('document_read_only');
  for (const last of [goalFrozen(), over]) {
    expect(whyNotWriteGoal(meeting(goalDrafted(), last), goalId, who.participant)).toBe('document_frozen');
  }
  const { title, languages } = goalDrafted();
  const goals = [{ id: goalId, title, languages, version: 1, text: { status: 'open' as const } }];
  const carried = fold(opened({ goals }));
  const resumed = fold([...opened({ goals }), { type: 'goal.resumed', goalId }]);
  if (carried.status === 'unplanned' || resumed.status === 'unplanned') throw new Error('unplanned');
  expect(whyNotWriteGoal(carried, goalId, who.participant)).toBe('document_frozen');
  expect(whyNotWriteGoal(resumed, goalId, who.participant)).toBeNull();
});
