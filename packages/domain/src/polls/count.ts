/**
 * From a locked ballot box to what the record says: published ballots, remarks, the electorate, the tally.
 * Pure; the order in which ballots came leaves no trace in any of it.
 */
import { tallyConsent, tallyVote, type Electorate } from '@mufakat/tally';
import type { StoredBallot } from '../context';
import type { Id } from '../ids';
import type { Meeting, Poll } from '../meeting/state';
import { attended, chamberOf, isVoter } from '../people/views';
import { choiceSchema, isAsking, type Choice, type ConsentChoice } from './ballot';
import type { Remark } from './events';

type Count = { chamber: Id | null; weight: number };

/** A ballot as everyone may see it once the poll is closed: named where votes are open, bare where one was asked. */
export type PublishedBallot = { answer: string } | { voter: string; vote: string };

export function publishedBallots(poll: Poll, ballots: readonly StoredBallot[]): PublishedBallot[] {
  return ballots.map((ballot) => {
    const choice = parseChoice(ballot);
    return choice.kind === 'consent' ? { answer: choice.answer } : { voter: ballot.voter, vote: choice.vote };
  });
}

function parseChoice(ballot: StoredBallot): Choice {
  return choiceSchema.parse(ballot.choice);
}

/** Who was invited, signed in, connected: by chamber, in the unit that votes. */
export function electorateAt(state: Meeting, poll: Poll, present: ReadonlySet<Id>): Electorate {
  const people = Object.values(state.people).filter((person) => person.votes || isVoter(person));
  const came = people.filter(attended);
  const here = people.filter((person) => present.has(person.id));
  if (poll.electorate === 'person') {
    const unit = (partnerId: Id | null): Count => ({ chamber: chamberOf(state, partnerId), weight: 1 });
    return {
      roll: [...poll.roll],
      invited: sum(state.plan.partners.map(({ chamber, heads }) => ({ chamber, weight: heads }))),
      attended: sum(came.map((person) => unit(person.partnerId))),
      present: sum(here.map((person) => unit(person.partnerId))),
    };
  }
  const partnersOf = (some: typeof people) => {
    const ids = new Set(some.map((person) => person.partnerId));
    return sum(state.plan.partners.filter((partner) => ids.has(partner.id)));
  };
  return {
    roll: [...poll.roll],
    invited: sum(state.plan.partners),
    attended: partnersOf(came),
    present: partnersOf(here),
  };
}

function sum(counts: readonly Count[]): Count[] {
  const totals = new Map<Id | null, number>();
  for (const { chamber, weight } of counts) totals.set(chamber, (totals.get(chamber) ?? 0) + weight);
  return [...totals]
    .map(([chamber, weight]) => ({ chamber, weight }))
    .sort((a, b) => ((a.chamber ?? '') < (b.chamber ?? '') ? -1 : 1));
}

/** The tally of a poll's ballots by its own rule. */
export function tallyOf(poll: Poll, ballots: readonly StoredBallot[], electorate: Electorate) {
  const choices = ballots.map((ballot) => ({ voter: ballot.voter, choice: parseChoice(ballot) }));
  if (isAsking(poll)) {
    const silence = poll.counted ? poll.rule.consent.silence : 'counts';
    return tallyConsent({
      rule: { ...poll.rule, consent: { silence } },
      electorate,
      answers: choices.flatMap(({ voter, choice }) =>
        choice.kind === 'consent' ? [{ voter, answer: choice.answer }] : [],
      ),
    });
  }
  return tallyVote({
    rule: poll.rule,
    rung: poll.rung === 'qualified' ? 'qualified' : 'vote',
    electorate,
    ballots: choices.flatMap(({ voter, choice }) =>
      choice.kind === 'vote' ? [{ voter, choice: choice.vote }] : [],
    ),
  });
}

/** Notes, postponements and objections, in an order of their own. */
export function remarksOf(state: Meeting, ballots: readonly StoredBallot[], newId: () => Id): Remark[] {
  return ballots
    .flatMap((ballot) => {
      const choice = parseChoice(ballot);
      if (choice.kind !== 'consent' || choice.answer === 'agree') return [];
      const partnerId = choice.viaSecretary ? null : (state.people[ballot.castBy]?.partnerId ?? null);
      return [{ ...choice, answer: choice.answer, partnerId }];
    })
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    .map(({ answer, partnerId, note, acceptableIf, until }) => ({
      answer,
      partnerId,
      words: { id: newId(), text: note },
      acceptableIf: acceptableIf === '' ? null : { id: newId(), text: acceptableIf },
      until,
    }));
}

function sortKey(remark: ConsentChoice & { partnerId: Id | null }): string {
  return JSON.stringify([remark.answer, remark.partnerId, remark.note, remark.acceptableIf, remark.until]);
}
