import type { Meeting } from '@mufakat/domain';
import {
  agenda,
  asking,
  decisionId,
  drafted,
  fold,
  gathered,
  goalDrafted,
  goalId,
  id,
  opened,
  type Entry,
} from '@mufakat/domain/testing';
import { describe, expect, it } from 'vitest';
import { openMatters } from './open-matters';
import { decisionsOf, lookedAt, numberOf, sameView, stageOf, viewOfStage } from './stage-model';

function meeting(entries: readonly Entry[]): Meeting {
  const state = fold(entries);
  if (state.status !== 'planned') throw new Error('not planned');
  return state;
}
const started = (at: number): Entry => ({ type: 'item.started', item: agenda[at]! });

describe('the stage', () => {
  it('is the agenda being written until one is adopted', () => {
    expect(stageOf(meeting(gathered()))).toEqual({ kind: 'draft' });
    expect(viewOfStage(meeting(gathered()))).toEqual({ kind: 'agenda' });
  });

  it('names what comes first while nothing runs, then shows the running item with its number', () => {
    expect(stageOf(meeting(opened()))).toMatchObject({ kind: 'between', next: { title: 'Pembukaan' } });
    expect(stageOf(meeting([...opened(), started(1)]))).toMatchObject({ kind: 'item', number: 2 });
  });

  it('shows the goal that the host put there, under the item that is about it', () => {
    const onStage: Entry = { type: 'stage.set', stage: { kind: 'goal', goalId } };
    const shown = meeting([...opened(), goalDrafted(), onStage]);
    expect(stageOf(shown)).toMatchObject({ kind: 'goal', goal: { id: goalId }, number: null, running: null });
    expect(viewOfStage(shown)).toEqual({ kind: 'goal', goalId });
    expect(lookedAt(shown, { kind: 'goal', goalId })).toMatchObject({ kind: 'goal' });
    expect(lookedAt(shown, { kind: 'goal', goalId: id(99) })).toBeNull();
    const about: Entry = { type: 'item.started', item: { ...agenda[1]!, kind: 'goal' } };
    expect(stageOf(meeting([...opened(), goalDrafted(), about, onStage]))).toMatchObject({
      kind: 'goal',
      number: 2,
      running: { item: { kind: 'goal' } },
    });
  });

  it('shows the decision that the host put there, with the clock only of its own item', () => {
    const onStage: Entry = { type: 'stage.set', stage: { kind: 'decision', decisionId } };
    const under = meeting([...opened(), started(1), drafted(), onStage]);
    expect(stageOf(under)).toMatchObject({
      kind: 'decision',
      number: 2,
      running: { item: { id: agenda[1]!.id } },
    });
    const other = meeting([...opened(), started(2), drafted(), onStage]);
    expect(stageOf(other)).toMatchObject({ kind: 'decision', running: null });
    expect(decisionsOf(under, agenda[1]!.id)).toHaveLength(1);
  });

  it('is closed after the close, whatever was on it', () => {
    expect(stageOf(meeting([...opened(), started(1), { type: 'meeting.closed' }]))).toEqual({
      kind: 'closed',
    });
  });

  it('lets people look at what there is, and no further', () => {
    const now = meeting([...opened(), started(1)]);
    expect(lookedAt(now, { kind: 'item', itemId: agenda[2]!.id })).toMatchObject({
      kind: 'item',
      running: null,
    });
    expect(lookedAt(now, { kind: 'item', itemId: id(999) })).toBeNull();
    expect(lookedAt(now, { kind: 'decision', decisionId })).toBeNull();
    expect(sameView(viewOfStage(now), { kind: 'item', itemId: agenda[1]!.id })).toBe(true);
  });

  it('does not count breaks among the numbers', () => {
    const items = agenda.map((item, at) => (at === 0 ? { ...item, kind: 'break' as const } : item));
    const now = meeting([
      ...gathered(),
      { type: 'meeting.opened' },
      { type: 'agenda.adopted', version: 1, items },
    ]);
    expect(numberOf(now, items[0]!.id)).toBeNull();
    expect(numberOf(now, items[1]!.id)).toBe(1);
  });
});

describe('what is still open before the close', () => {
  it('names items not reached, decisions without outcome, and the poll that stands in the way', () => {
    expect(openMatters(meeting([...asking(), started(0)]))).toEqual({
      items: ['Jalan ke sekolah', 'Penutup'],
      decisions: ['Jalan diperbaiki bersama'],
      asked: 'Jalan diperbaiki bersama',
    });
  });
});
