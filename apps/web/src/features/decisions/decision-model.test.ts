import type { Meeting } from '@mufakat/domain';
import {
  asking,
  closed,
  decisionId,
  drafted,
  fold,
  frozen,
  opened,
  type Entry,
} from '@mufakat/domain/testing';
import { expect, it } from 'vitest';
import { fingerprint, ruleNumbers, situationOf, stepOf } from './decision-model';

function at(entries: readonly Entry[]) {
  const meeting = fold(entries) as Meeting;
  const decision = meeting.decisions[decisionId]!;
  return {
    step: stepOf(meeting, decision),
    situation: situationOf(meeting, decision).kind,
    meeting,
    decision,
  };
}
const reopened: Entry = { type: 'text.reopened', decisionId, reason: { id: 'w', text: 'r' } };

it('goes from written to read, asked, and corrected when it is opened again', () => {
  expect(at([...opened(), drafted()])).toMatchObject({ step: 'written', situation: 'writing' });
  expect(at([...opened(), drafted(), frozen()])).toMatchObject({ step: 'read', situation: 'locked' });
  expect(at(asking())).toMatchObject({ step: 'asked', situation: 'asked' });
  expect(at([...asking(), closed(false)])).toMatchObject({ step: 'asked', situation: 'counted' });
  expect(at([...asking(), closed(false), reopened])).toMatchObject({
    step: 'corrected',
    situation: 'writing',
  });
});

it('shows an outcome above all else', () => {
  const statement = { id: 's', text: '' };
  const decided: Entry = {
    type: 'decision.decided',
    decisionId,
    outcome: 'decided',
    rung: 'consent',
    pollId: null,
    statement,
  };
  expect(at([...asking(), closed(true), decided]).situation).toBe('decided');
  const voided: Entry = { type: 'decision.voided', decisionId, reason: statement };
  expect(at([...asking(), closed(true), decided, voided]).situation).toBe('void');
});

it('shows a fingerprint as eight digits in two groups', () => {
  expect(fingerprint('4f2a91c7aa')).toBe('4f2a 91c7');
});

it('knows the sizes of bases that are fixed before a count, and of no others', () => {
  const { meeting, decision } = at(asking());
  expect(
    ruleNumbers(
      meeting,
      { ...decision, rule: { ...decision.rule, majority: { base: 'roll', atLeast: '1/2', strict: true } } },
      'vote',
    ),
  ).toEqual({ base: 5 });
  expect(ruleNumbers(meeting, decision, 'vote')).toEqual({});
});
