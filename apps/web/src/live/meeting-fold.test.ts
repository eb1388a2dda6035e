import { textOf } from '@mufakat/domain';
import { agenda, asking, fold, id, opened, who } from '@mufakat/domain/testing';
import type { WireEvent } from '@mufakat/protocol';
import { describe, expect, it } from 'vitest';
import { MeetingFold } from './meeting-fold';
import { meetingId, recorded, sealAfter, stubOf } from './testing';

const story = asking();
const log = recorded(story);

function joined(events: readonly WireEvent[] = log): MeetingFold {
  const made = new MeetingFold(meetingId);
  made.join();
  expect(made.answered(events, false)).toBe('nothing');
  return made;
}

describe('a meeting folded from its record', () => {
  it('is the same as on the server', () => {
    const here = joined();
    expect(here.shown).toEqual(fold(story));
    expect(here.seq).toBe(log.length);
  });

  it('is the same however the record is cut into frames', () => {
    for (const cut of [1, 2, 7, log.length - 1]) {
      const here = joined(log.slice(0, cut));
      for (const event of log.slice(cut)) expect(here.heard([event])).toBe('nothing');
      expect(here.shown).toEqual(fold(story));
    }
  });

  it('takes what came before the answer in order, however it came', () => {
    const here = new MeetingFold(meetingId);
    here.join();
    expect(here.heard(log.slice(-1))).toBe('nothing');
    expect(here.heard(log.slice(3))).toBe('nothing');
    expect(here.answered(log.slice(0, 3), false)).toBe('nothing');
    expect(here.shown).toEqual(fold(story));
    expect(here.seq).toBe(log.length);
  });

  it('asks for what comes after the last event it has', () => {
    const here = joined(log.slice(0, 5));
    expect(here.join()).toEqual({ v: 1, meetingId, afterSeq: 5 });
  });

  it('shows nothing before the first join is answered to its end', () => {
    const here = new MeetingFold(meetingId);
    here.join();
    expect(here.answered(log.slice(0, 4), true)).toBe('join');
    expect(here.shown).toBeNull();
    expect(here.join().afterSeq).toBe(4);
    expect(here.answered(log.slice(4), false)).toBe('nothing');
    expect(here.shown).toEqual(fold(story));
  });

  it('keeps frames that come between a join and its answer', () => {
    const here = new MeetingFold(meetingId);
    here.join();
    expect(here.heard(log.slice(6, 8))).toBe('nothing');
    expect(here.heard(log.slice(8))).toBe('nothing');
    expect(here.answered(log.slice(0, 7), false)).toBe('nothing');
    expect(here.shown).toEqual(fold(story));
  });

  it('ignores what it has', () => {
    const here = joined(log.slice(0, 9));
    expect(here.heard(log.slice(3, 12))).toBe('nothing');
    expect(here.heard(log.slice(0, 12))).toBe('nothing');
    expect(here.shown).toEqual(fold(story.slice(0, 12)));
  });

  it('wants to join again where something is missing, and changes nothing by it', () => {
    const here = joined(log.slice(0, 9));
    const before = here.shown;
    expect(here.heard(log.slice(10, 12))).toBe('join');
    expect(here.shown).toBe(before);
    here.join();
    expect(here.answered(log.slice(9), false)).toBe('nothing');
    expect(here.shown).toEqual(fold(story));
  });

  it('heals frames that come in the wrong order', () => {
    const here = joined(log.slice(0, 9));
    expect(here.heard(log.slice(11))).toBe('join');
    here.join();
    expect(here.heard(log.slice(9, 11))).toBe('nothing');
    expect(here.answered(log.slice(9, 10), false)).toBe('nothing');
    // What was thrown away at the gap is not known; the join's answer ended before it.
    expect(here.seq).toBe(11);
    expect(here.heard(log.slice(11))).toBe('nothing');
    expect(here.shown).toEqual(fold(story));
  });
});

describe('the chain', () => {
  it('takes a stub as an event of which nothing is seen', () => {
    const item = agenda[0]!;
    const sealed = recorded([
      ...opened(),
      { type: 'link.issued', personId: who.guest, linkId: id(700) },
      { type: 'item.started', item },
    ]);
    const here = joined(sealed.map((event) => (event.type === 'link.issued' ? stubOf(event) : event)));
    expect(here.seq).toBe(sealed.length);
    expect(here.shown?.agenda.running?.item).toEqual(item);
    expect(here.shown?.people.get(who.guest)?.linkId).toBeNull();
  });

  it.each(['title', 'at', 'by', 'prev', 'leaf', 'stub'] as const)(
    'does not hold when the %s is another',
    (what) => {
      const here = joined(log.slice(0, 1));
      const second = log[1]!;
      const changed = {
        title: { ...second, body: { ...second.body, votes: true } },
        at: { ...second, at: second.at + 1 },
        by: { ...second, by: who.guest },
        prev: { ...second, prev: '0'.repeat(64) },
        leaf: { ...second, leaf: '0'.repeat(64) },
        stub: { ...stubOf(second), prev: '0'.repeat(64) },
      }[what];
      expect(here.heard([changed])).toBe('broken');
    },
  );

  it('does not begin in another meeting', () => {
    const here = new MeetingFold(id(4));
    here.join();
    expect(here.answered(log, false)).toBe('broken');
  });

  it('does not fork: an event that is known must be the same as then', () => {
    const here = joined();
    const other = sealAfter(log.slice(0, -1), { type: 'attendance.left', personId: who.guest });
    expect(here.heard([other])).toBe('broken');
  });

  it('holds when words are erased', () => {
    const erased = log.map((event) => ({ ...event, openings: {} }));
    const here = joined(erased);
    const { name } = here.shown!.people.get(who.chair)!;
    expect(textOf(name)).toBeNull();
  });
});

describe('folding anew', () => {
  it('goes on showing the meeting until the new join is answered', () => {
    const here = joined();
    const before = here.shown;
    here.forget();
    expect(here.join().afterSeq).toBe(0);
    expect(here.shown).toBe(before);
    expect(here.answered(log.slice(0, 3), true)).toBe('join');
    expect(here.shown).toBe(before);
    expect(here.answered(log.slice(3), false)).toBe('nothing');
    expect(here.shown).toEqual(before);
    expect(here.shown).not.toBe(before);
  });
});
