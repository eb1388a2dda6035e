/** A decision in the minutes: its wording, every count of it with the numbers, what stays beside it, its outcome. */
import type { Id } from '../ids';
import type { Decision, Meeting, Poll } from '../meeting/state';
import type { Words } from '../words';
import { named } from './attendance-of';
import type { MinutesCount, MinutesDecision, MinutesProposal, MinutesWording } from './facts';

export function minutesDecision(state: Meeting, decision: Decision): MinutesDecision {
  const { id, title, descents, reopenings, proposals } = decision;
  const polls = decision.polls.flatMap((pollId) => state.polls[pollId] ?? []);
  return {
    id,
    title,
    text: wordingOf(decision),
    counts: polls.flatMap((poll) => countOf(poll, polls)),
    conflicts: decision.conflicts.map(({ personId, reason, by }) => ({
      person: named(state, personId),
      reason,
      noted: by !== personId,
    })),
    descents,
    quorumSteps: decision.quorumSteps.map(({ step, until, at }) => ({ step, until, at })),
    reopenings,
    proposals: proposalsOf(state, proposals),
    outcome: outcomeOf(decision),
  };
}

export function proposalsOf(
  { people }: Meeting,
  proposals: readonly { text: Words; by: Id }[],
): MinutesProposal[] {
  return proposals.map(({ text, by }) => ({ text, partnerId: people.get(by)?.partnerId ?? null }));
}

function wordingOf({ text }: Decision): MinutesWording {
  const { status, version } = text;
  return status === 'open'
    ? { status, version }
    : { status, version, text: text.text, hash: text.hash, at: text.at };
}

function outcomeOf({ outcome }: Decision): MinutesDecision['outcome'] {
  if (outcome.status === 'pending' || outcome.status === 'void') return outcome;
  const { status, rung, statement, at } = outcome;
  return { status, rung, statement, at };
}

/** What is open has no numbers yet. */
function countOf(poll: Poll, all: readonly Poll[]): MinutesCount[] {
  const { count } = poll;
  if (count.status === 'open') return [];
  const { id: pollId, rung, textVersion, electorate, rule, counted, openedAt } = poll;
  const { at: closedAt, turnout, tally, passes, remarks, voided } = count;
  const before = all.slice(0, all.indexOf(poll) + 1);
  return [
    {
      pollId,
      rung,
      round: before.filter((one) => one.rung === rung).length,
      textVersion,
      electorate,
      partnerVote: poll.people?.way ?? null,
      rule,
      counted,
      openedAt,
      closedAt,
      roll: weigh(poll.roll),
      turnout,
      invited: weigh(count.electorate.invited),
      attended: weigh(count.electorate.attended),
      present: weigh(count.electorate.present),
      tally,
      passes,
      remarks,
      lot: drawnLot(poll),
      voided,
    },
  ];
}

function drawnLot({ lot, count }: Poll): MinutesCount['lot'] {
  if (!lot || count.status === 'open' || count.tieBreak?.by !== 'lot') return null;
  return { seed: count.tieBreak.seed, hash: lot.hash };
}

function weigh(voices: readonly { weight: number }[]): number {
  return voices.reduce((sum, { weight }) => sum + weight, 0);
}
