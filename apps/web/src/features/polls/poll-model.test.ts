import type { Meeting, Poll } from '@mufakat/domain';
import {
  asking,
  chambers,
  counting,
  fold,
  foldFrom,
  partners,
  pollId,
  voting,
  who,
} from '@mufakat/domain/testing';
import { describe, expect, it } from 'vitest';
import { choiceOf, emptyForm, formOf, missingField } from './answer-form';
import { roundOf, turnoutOf, voiceIn } from './poll-model';

function open(entries: Parameters<typeof fold>[0]): { meeting: Meeting; poll: Poll } {
  const meeting = fold(entries) as Meeting;
  return { meeting, poll: meeting.polls[pollId]! };
}

describe('an open poll', () => {
  it('counts voices by chamber, chambers without a voter left out', () => {
    const { meeting, poll } = open(asking());
    const turnout = turnoutOf(meeting, poll, {
      pollId,
      cast: 2,
      byChamber: [{ chamber: chambers[3]!.id, cast: 2 }],
    });
    expect(turnout).toMatchObject({ cast: 2, of: 5 });
    expect(turnout.units.map(({ cast, of }) => [cast, of])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
      [2, 2],
    ]);
    expect(turnoutOf(meeting, poll, undefined).cast).toBe(0);
    expect(roundOf(meeting, poll)).toBe(1);
  });

  it('knows whose voice somebody has, and why they have none', () => {
    const { meeting, poll } = open(asking());
    expect(voiceIn(meeting, poll, who.participant)).toEqual({ kind: 'own' });
    expect(voiceIn(meeting, poll, who.guest)).toEqual({ kind: 'none', why: 'no-vote' });
    const later = foldFrom(
      meeting,
      [{ type: 'seat.changed', personId: who.guest, partnerId: null, roles: ['participant'], votes: true }],
      99,
    ) as Meeting;
    expect(voiceIn(later, poll, who.guest)).toEqual({ kind: 'none', why: 'late' });
    const byPartner = open(voting(counting));
    expect(voiceIn(byPartner.meeting, byPartner.poll, who.villageDelegate)).toEqual({
      kind: 'partner',
      partnerId: partners.village.id,
    });
    expect(voiceIn(byPartner.meeting, byPartner.poll, who.participant)).toEqual({
      kind: 'none',
      why: 'not-delegate',
    });
  });
});

describe('an answer', () => {
  const { meeting, poll } = open(asking());
  const missing = (part: Partial<ReturnType<typeof emptyForm>>) =>
    missingField(meeting, poll, { ...emptyForm(), ...part }, who.participant);

  it('names the field that is missing, as the rule says', () => {
    expect(missing({})).toBe('answer');
    expect(missing({ answer: 'agree' })).toBeNull();
    expect(missing({ answer: 'agree-with-note' })).toBe('note');
    expect(missing({ answer: 'object', note: '   ' })).toBe('note');
    expect(missing({ answer: 'not-yet' })).toBe('until');
    expect(missing({ answer: 'not-yet', until: '2026-12-01' })).toBeNull();
  });

  it('sends nothing that belongs to another answer', () => {
    const form = { ...emptyForm(), note: 'x', acceptableIf: 'y', until: '2026-12-01', viaSecretary: true };
    expect(choiceOf(poll, { ...form, answer: 'agree' })).toEqual({
      kind: 'consent',
      answer: 'agree',
      note: '',
      acceptableIf: '',
      until: null,
      viaSecretary: false,
    });
    expect(choiceOf(poll, { ...form, answer: 'object' })).toMatchObject({ acceptableIf: 'y', until: null });
  });

  it('starts from what was sent before', () => {
    const choice = choiceOf(poll, {
      ...emptyForm(),
      answer: 'object',
      note: 'n',
      acceptableIf: 'a',
      viaSecretary: true,
    })!;
    expect(choiceOf(poll, formOf(choice))).toEqual(choice);
    const vote = open(voting()).poll;
    expect(choiceOf(vote, formOf({ kind: 'vote', vote: 'abstain' }))).toEqual({
      kind: 'vote',
      vote: 'abstain',
    });
    expect(choiceOf(vote, emptyForm())).toBeNull();
  });
});
