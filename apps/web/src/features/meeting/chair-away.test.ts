import { limits, type Meeting } from '@mufakat/domain';
import { at, fold, opened, who, type Entry } from '@mufakat/domain/testing';
import { expect, it } from 'vitest';
import { chairAway, takenFrom } from './chair-away';

const meeting = (...more: Entry[]): Meeting => fold([...opened(), ...more]) as Meeting;
const since = at(60);
const sight = (you: string, now: number) => ({ you, now, here: new Set<string>([you]), awaySince: since });

it('counts down for those who may take the chair, and then lets them', () => {
  for (const you of [who.facilitator, who.secretary]) {
    expect(chairAway(meeting(), sight(you, since + 20_000))).toEqual({
      is: 'away',
      since,
      leftMs: limits.chairAwayMs - 20_000,
    });
    expect(chairAway(meeting(), sight(you, since + limits.chairAwayMs))).toMatchObject({ leftMs: 0 });
  }
});

it('shows nothing to others, while a chair is here, in a pause, or before the meeting', () => {
  const late = since + limits.chairAwayMs;
  expect(chairAway(meeting(), sight(who.participant, late))).toEqual({ is: 'here' });
  expect(chairAway(meeting(), { ...sight(who.facilitator, late), awaySince: null })).toEqual({ is: 'here' });
  const here = new Set([who.chair]);
  expect(chairAway(meeting(), { ...sight(who.facilitator, late), here })).toEqual({ is: 'here' });
  const reason = { id: who.chair, text: '' };
  const pause: Entry = { type: 'meeting.paused', kind: 'break', reason, until: late + 1 };
  expect(chairAway(meeting(pause), sight(who.facilitator, late))).toEqual({ is: 'here' });
  const before = fold(opened().slice(0, 1)) as Meeting;
  expect(chairAway(before, sight(who.facilitator, late))).toEqual({ is: 'here' });
});

it('tells the former chair who took it, until they have it again or it went on', () => {
  const taken: Entry = { type: 'chair.taken', from: [who.chair], by: who.facilitator };
  expect(takenFrom(meeting(taken), who.chair)).toMatchObject({ by: who.facilitator });
  expect(takenFrom(meeting(taken), who.facilitator)).toBeNull();
  const back: Entry = { type: 'chair.handed-over', from: who.facilitator, to: who.chair };
  expect(takenFrom(meeting(taken, back), who.chair)).toBeNull();
  expect(takenFrom(meeting(), who.chair)).toBeNull();
});
