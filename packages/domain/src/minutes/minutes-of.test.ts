/** What minutes tell of a meeting, and that erasing changes nothing else. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Meeting } from '../meeting/state';
import {
  agenda,
  asking,
  at,
  closed,
  counted,
  decisionId,
  drafted,
  fold,
  frozenText,
  goalDrafted,
  goalFrozen,
  goalId,
  id,
  lot,
  opened,
  partners,
  pollId,
  ruleWith,
  voting,
  who,
  type Entry,
} from '../testing';
import { eraseWords, wordsIn } from '../words';
import { minutesOf } from './minutes-of';

function meeting(...entries: Entry[]): Meeting {
  const state = fold(entries);
  if (state.status === 'unplanned') throw new Error('unplanned');
  return state;
}

const words = (n: number, text = 'sebab') => ({ id: id(n), text });
const signs = (name: keyof typeof who, minute: number): Entry => ({
  event: { type: 'attendance.signed', personId: who[name] },
  at: at(minute),
});
const decided = {
  type: 'decision.decided' as const,
  decisionId,
  outcome: 'decided' as const,
  rung: 'consent' as const,
  pollId,
  statement: words(60),
};

describe('minutes', () => {
  test('[N1] tell who was invited, who came and went, and which partner did not come', () => {
    const { attendance } = minutesOf(
      meeting(...opened(), signs('villageDelegate', 31), signs('participant', 30), signs('secretary', 32), {
        event: { type: 'attendance.left', personId: who.participant },
        at: at(50),
      }),
    );
    expect([attendance.invited, attendance.came]).toEqual([8, 3]);
    const village = attendance.byPartner.find(({ partnerId }) => partnerId === partners.village.id);
    expect(village?.people.map(({ personId, signedAt, leftAt }) => [personId, signedAt, leftAt])).toEqual([
      [who.participant, at(30), at(50)],
      [who.villageDelegate, at(31), null],
    ]);
    const absent = attendance.byPartner.filter(({ people }) => people.length === 0);
    expect(absent.map(({ mark }) => mark)).toEqual(['DP', 'YA', 'KL']);
    expect(attendance.others.map(({ personId }) => personId)).toEqual([who.secretary]);
    expect(attendance.byChamber.at(-1)).toEqual({
      chamber: partners.village.chamber,
      partners: 1,
      partnersCame: 1,
      invited: 3,
      came: 2,
    });
  });

  test('[N1] tell the course with the people in it, and each item as planned and as it went', () => {
    const [first, second] = agenda;
    const { course, items, heading } = minutesOf(
      meeting(
        ...opened(),
        { event: { type: 'item.started', item: first! }, at: at(40) },
        { event: { type: 'item.started', item: second! }, at: at(55) },
        { event: { type: 'agenda.adopted', version: 2, items: [second!] }, at: at(56) },
        { type: 'chair.handed-over', from: who.chair, to: who.secretary },
      ),
    );
    expect(course.map(({ kind }) => kind)).toEqual([
      'opened',
      'agenda-adopted',
      'agenda-adopted',
      'chair-handed-over',
    ]);
    expect(course.at(-1)).toMatchObject({ from: { personId: who.chair }, to: { personId: who.secretary } });
    expect(items.map(({ title, number, times, plannedAt }) => [title, number, plannedAt, times])).toEqual([
      [second!.title, 1, at(0), [{ from: at(55), to: null }]],
      [first!.title, null, null, [{ from: at(40), to: at(55) }]],
    ]);
    expect(heading.chairs.map(({ personId }) => personId)).toEqual([who.secretary]);
  });

  test('[N1] tell each decision under its item: text, counts, outcome, and what was counted in vain', () => {
    const voided = { type: 'poll.voided' as const, pollId, reason: words(61) };
    const { items, notTaken } = minutesOf(meeting(...asking(), closed(true), decided));
    const [decision] = items.find(({ id: itemId }) => itemId === id(402))!.decisions;
    expect(decision).toMatchObject({
      text: { status: 'frozen', hash: frozenText.hash, version: 1 },
      outcome: { status: 'decided', rung: 'consent' },
      counts: [{ rung: 'consent', round: 1, roll: 5, passes: true, voided: null }],
    });
    expect(notTaken).toEqual([
      { kind: 'item', id: id(401), title: 'Pembukaan' },
      { kind: 'item', id: id(402), title: 'Jalan ke sekolah' },
      { kind: 'item', id: id(403), title: 'Penutup' },
    ]);
    const again = minutesOf(meeting(...asking(), closed(true), voided));
    expect(again.items[1]?.decisions[0]?.counts[0]?.voided?.reason).toEqual(words(61));
    expect(again.notTaken[0]).toMatchObject({ kind: 'decision', why: 'pending' });
  });

  test('[N1] tell how a tie was broken, with all that it takes to draw a lot again', () => {
    const rule = ruleWith({ ladder: ['vote'], tie: { kind: 'lot' } });
    const asked = voting({ rule, lot: { id: lot.id, hash: lot.hash } });
    const drawn = { type: 'tie.drawn' as const, pollId, choice: 'yes' as const, seed: lot.seed };
    const countIn = (...more: Entry[]) =>
      minutesOf(meeting(...asked, counted(rule, 2, 2), ...more)).items.flatMap(
        ({ decisions }) => decisions,
      )[0]?.counts[0];
    expect(countIn()).toMatchObject({ passes: false, lot: null });
    expect(countIn(drawn)).toMatchObject({
      passes: true,
      tally: { tie: { state: 'lot-yes' } },
      lot: { seed: lot.seed, hash: lot.hash },
    });
  });

  test('[N1] say what was not taken and why, goals and decisions apart from the agenda among it', () => {
    const other = drafted({ itemId: null });
    const refused = { ...decided, outcome: 'not-decided' as const, pollId: null };
    const { notTaken, otherDecisions, goals } = minutesOf(
      meeting(...opened(), other, refused, goalDrafted()),
    );
    expect(otherDecisions.map((one) => one.id)).toEqual([decisionId]);
    expect(notTaken[0]).toEqual({
      kind: 'decision',
      id: decisionId,
      title: other.title,
      why: 'not-decided',
      reason: words(60),
    });
    expect(notTaken.at(-1)).toEqual({ kind: 'goal', id: goalId, title: 'Tujuan bersama' });
    expect(goals[0]).toMatchObject({ id: goalId, text: null, locked: [] });
    const locked = minutesOf(meeting(...opened(), goalDrafted(), goalFrozen()));
    expect(locked.goals[0]).toMatchObject({ text: { version: 1 }, locked: [{ version: 1 }] });
    expect(locked.notTaken.some(({ kind }) => kind === 'goal')).toBe(false);
  });

  test('[N1] an erased name or text changes nothing but itself', () => {
    const state = meeting(...asking(), signs('participant', 30), closed(true), decided);
    const all = [...new Set(wordsIn(state))];
    fc.assert(
      fc.property(fc.subarray(all), (some) => {
        const gone = new Set(some);
        expect(minutesOf(eraseWords(state, gone))).toEqual(eraseWords(minutesOf(state), gone));
      }),
      { numRuns: 50 },
    );
  });
});
