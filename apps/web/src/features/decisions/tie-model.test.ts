import { lastPoll, type Decision, type Meeting, type Poll } from '@mufakat/domain';
import {
  at,
  counted,
  decisionId,
  fold,
  id,
  lot,
  pollId,
  pollOpened,
  ruleWith,
  voting,
} from '@mufakat/domain/testing';
import type { DecisionRule } from '@mufakat/tally';
import { expect, it } from 'vitest';
import { drawnLot, isSecondVote, tieTurn } from './tie-model';

const hourMs = 3_600_000;
const by = (tie: DecisionRule['tie']): DecisionRule => ruleWith({ ladder: ['vote'], tie });
type Entries = Parameters<typeof fold>[0];

function after(rule: DecisionRule, ...then: Entries): { meeting: Meeting; decision: Decision; poll: Poll } {
  const told = rule.tie.kind === 'lot' ? { lot: { id: lot.id, hash: lot.hash } } : {};
  const meeting = fold([...voting({ rule, ...told }), ...then]) as Meeting;
  const decision = meeting.decisions[decisionId] as Decision;
  return { meeting, decision, poll: lastPoll(meeting, decision) as Poll };
}

it.each([
  ['chair', { kind: 'chair' }],
  ['lot', { kind: 'lot' }],
  ['none', { kind: 'fails' }],
] as const)('a tie comes to what the rule says: %s', (kind, tie) => {
  const { meeting, decision } = after(by(tie), counted(by(tie), 3, 3));
  expect(tieTurn(meeting, decision)).toEqual({ kind });
});

it('a second vote has its time, and a second tie is the last', () => {
  const rule = by({ kind: 'revote', afterHours: 24 });
  const first = { event: counted(rule, 3, 3), at: at(50) };
  const { meeting, decision, poll } = after(rule, first);
  expect(tieTurn(meeting, decision)).toEqual({ kind: 'revote', from: at(50) + 24 * hourMs });
  expect(isSecondVote(decision, poll)).toBe(false);
  const last = by({ kind: 'fails' });
  const again = pollOpened({ pollId: id(602), rung: 'vote', rule: last });
  const twice = after(rule, first, again, counted(last, 3, 3, id(602)));
  expect(tieTurn(twice.meeting, twice.decision)).toEqual({ kind: 'twice' });
  expect(isSecondVote(twice.decision, twice.poll)).toBe(true);
});

it('a lot that was drawn is shown with its seed and what was told before', () => {
  const rule = by({ kind: 'lot' });
  const tied = counted(rule, 3, 3);
  expect(drawnLot(after(rule, tied).poll)).toBeNull();
  const { meeting, decision, poll } = after(rule, tied, {
    type: 'tie.drawn',
    pollId,
    choice: 'yes',
    seed: lot.seed,
  });
  expect(drawnLot(poll)).toEqual({ seed: lot.seed, hash: lot.hash });
  expect(tieTurn(meeting, decision)).toEqual({ kind: 'none' });
});
