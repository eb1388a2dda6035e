// A count that lacked its quorum: what was missing in numbers, and which step of the rule comes next or was taken. Pure; the steps
// themselves are the domain's ([D11]).
import { lackedQuorum, nextQuorumStep, type Decision, type Meeting, type Poll } from '@mufakat/domain';
import type { QuorumStep } from '@mufakat/tally';
import type { ClosedCount } from './decision-model';

/** A quorum that was not met, in voices: of the whole, or of an unsur by its name. */
export interface QuorumLack {
  readonly unit: string | null;
  readonly have: number;
  readonly need: number;
  readonly of: number;
}

export function quorumLacks(meeting: Meeting, { tally }: ClosedCount): QuorumLack[] {
  return tally.trace
    .filter((step) => (step.check === 'quorum' || step.check === 'chamber-quorum') && !step.holds)
    .map(({ chamber, have, need, of }) => ({ unit: unitName(meeting, chamber), have, need, of }));
}

function unitName({ plan }: Meeting, chamber: string | null): string | null {
  return plan.chambers.find((one) => one.id === chamber)?.name ?? null;
}

export type QuorumTurn =
  /** The count had its quorum, or failed for another reason. */
  | { readonly kind: 'met' }
  | { readonly kind: 'next'; readonly step: QuorumStep }
  /** A step was taken after this very count; the room is asked again. */
  | { readonly kind: 'taken'; readonly step: QuorumStep['step'] }
  /** The rule says nothing more. */
  | { readonly kind: 'over' };

export function quorumTurn(decision: Decision, poll: Poll): QuorumTurn {
  if (!lackedQuorum(poll)) return { kind: 'met' };
  const taken = decision.quorumSteps.find((step) => step.pollId === poll.id);
  if (taken) return { kind: 'taken', step: taken.step };
  const step = nextQuorumStep(decision);
  return step ? { kind: 'next', step } : { kind: 'over' };
}

/** The room is asked without any quorum, after the rule let it go on with those here. */
export function isSecondCall(decision: Decision, poll: Poll): boolean {
  return decision.rule.quorum !== null && poll.rule.quorum === null;
}

const hourMs = 3_600_000;
const stepMs = 300_000;

/** Until when the rule lets the room wait, from now; server time in milliseconds. */
export function latestReturn(step: Exclude<QuorumStep, { step: 'proceed' }>, now: number): number {
  return now + (step.step === 'wait' ? step.hours * hourMs : step.days * 24 * hourMs);
}

/** Times to choose from while the rule says to wait: on full five minutes, none later than it allows. */
export function waitTimes(hours: number, now: number): { minutes: number; at: number }[] {
  const spans = [15, 30, 45, ...Array.from({ length: hours }, (_, index) => (index + 1) * 60)];
  return spans
    .filter((minutes) => minutes <= hours * 60)
    .map((minutes) => ({ minutes, at: Math.floor((now + minutes * 60_000) / stepMs) * stepMs }));
}
