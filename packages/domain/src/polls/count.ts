/**
 * From a locked ballot box to what the record says: published ballots, remarks, the electorate, the tally.
 * Pure; the order in which ballots came leaves no trace in any of it.
 */
import { tallyConsent, tallyVote, type ConsentTally, type Electorate, type VoteTally } from '@mufakat/tally';
import type { StoredBallot } from '../context';
import type { Id } from '../ids';
import type { Meeting, Poll } from '../meeting/state';
import { attended } from '../people/views';
import { isAsking, voiceOf } from './ballot';
import type { Remark } from './events';
import { rollKeysIn, votesOf } from './partner-people';

type Count = { chamber: Id | null; weight: number };

/** A ballot as everyone may see it once the poll is closed: named where votes are open, bare where one was asked. */
export type PublishedBallot = { answer: string } | { voter: string; vote: string };

/** [B10] Sorted, so that nobody learns from their order who answered first. */
export function publishedBallots(ballots: readonly StoredBallot[]): PublishedBallot[] {
  return inOrder(ballots.flatMap(published));
}

function published({ voter, choice }: StoredBallot): PublishedBallot[] {
  if (choice.kind === 'consent') return [{ answer: choice.answer }];
  return choice.kind === 'vote' ? [{ voter, vote: choice.vote }] : [];
}

/**
 * [B9] Who was invited, signed in, connected, by chamber and in the unit that votes. Signed in and connected are
 * counted on the roll, and whoever cast a ballot was there: so no base is ever smaller than its votes, and nobody
 * weighs in a base who could not vote.
 */
export function electorateAt(
  state: Meeting,
  poll: Poll,
  present: ReadonlySet<Id>,
  ballots: readonly StoredBallot[],
): Electorate {
  const rollKeyOf = rollKeysIn(poll);
  const cast = new Set(ballots.map((ballot) => rollKeyOf(ballot.voter)));
  const voters = state.people.values().flatMap((person) => {
    const key = voiceOf(state, poll, person.id);
    return key === null ? [] : [{ key: rollKeyOf(key), person }];
  });
  const among = (some: typeof voters) => new Set([...cast, ...some.map((voter) => voter.key)]);
  const signed = among(voters.filter(({ person }) => attended(person)));
  const here = among(voters.filter(({ person }) => present.has(person.id)));
  const counted = (keys: ReadonlySet<string>) => sum(poll.roll.filter(({ key }) => keys.has(key)));
  return {
    roll: [...poll.roll],
    invited: sum(invitedOf(state, poll)),
    attended: counted(signed),
    present: counted(here),
    ...leftOnRoll(poll, here, signed),
  };
}

/** [D15] Where persons vote, those with a conflict leave the base; a partner stays on the roll, it may send another. */
function leftOnRoll(
  { roll, conflicted }: Poll,
  here: ReadonlySet<string>,
  signed: ReadonlySet<string>,
): Pick<Electorate, 'conflicted'> {
  const left = roll.filter(({ key }) => conflicted?.includes(key));
  if (left.length === 0) return {};
  return {
    conflicted: left.map(({ key }) => ({ key, present: here.has(key), attended: signed.has(key) })),
  };
}

/** Invited in the unit that votes: heads, or partners by their weight. */
function invitedOf(state: Meeting, poll: Poll): readonly Count[] {
  if (poll.electorate === 'partner') return state.plan.partners;
  return state.plan.partners.map(({ chamber, heads }) => ({ chamber, weight: heads }));
}

function sum(counts: readonly Count[]): Count[] {
  const totals = new Map<Id | null, number>();
  for (const { chamber, weight } of counts) totals.set(chamber, (totals.get(chamber) ?? 0) + weight);
  return [...totals]
    .map(([chamber, weight]) => ({ chamber, weight }))
    .sort((a, b) => ((a.chamber ?? '') < (b.chamber ?? '') ? -1 : 1));
}

/**
 * [B10] The tally as it is published. Where the room was asked, answers are not told by chamber: a chamber may be one
 * partner, and an objection may have been given to the secretary so that its partner is not named.
 */
export function publishedTally(tally: VoteTally | ConsentTally): VoteTally | ConsentTally {
  return tally.method === 'consent' ? { ...tally, byChamber: [] } : tally;
}

/** The tally of a poll's ballots by its own rule. */
export function tallyOf(poll: Poll, ballots: readonly StoredBallot[], electorate: Electorate) {
  if (isAsking(poll)) {
    const silence = poll.counted ? poll.rule.consent.silence : 'counts';
    return tallyConsent({
      rule: { ...poll.rule, consent: { silence } },
      electorate,
      answers: ballots.flatMap(({ voter, choice }) =>
        choice.kind === 'consent' ? [{ voter, answer: choice.answer }] : [],
      ),
    });
  }
  return tallyVote({
    rule: poll.rule,
    rung: poll.rung === 'qualified' ? 'qualified' : 'vote',
    electorate,
    ballots: votesOf(poll, ballots),
  });
}

/** [B11] Notes, postponements and objections, in an order of their own; never who wrote them. */
export function remarksOf(
  state: Meeting,
  poll: Poll,
  ballots: readonly StoredBallot[],
  newId: () => Id,
): Remark[] {
  const remarks = ballots.flatMap((ballot) => remarkIn(state, poll, ballot) ?? []);
  return inOrder(remarks).map(({ note, acceptableIf, ...rest }) => ({
    ...rest,
    words: { id: newId(), text: note },
    acceptableIf: acceptableIf === '' ? null : { id: newId(), text: acceptableIf },
  }));
}

function remarkIn(state: Meeting, poll: Poll, ballot: StoredBallot) {
  const { choice } = ballot;
  if (choice.kind !== 'consent' || choice.answer === 'agree') return null;
  const { answer, note, viaSecretary } = choice;
  return {
    answer,
    partnerId: viaSecretary ? null : partnerOf(state, poll, ballot),
    note,
    acceptableIf: answer === 'object' ? choice.acceptableIf : '',
    until: answer === 'not-yet' ? choice.until : null,
  };
}

/** The partner that was spoken for; where persons answer, the one that the person comes for. */
function partnerOf(state: Meeting, poll: Poll, { voter }: StoredBallot): Id | null {
  return poll.electorate === 'partner' ? voter : (state.people.get(voter)?.partnerId ?? null);
}

/** In an order that depends on what is said and on nothing else. */
function inOrder<T extends object>(said: readonly T[]): T[] {
  return said
    .map((one) => ({ one, content: JSON.stringify(one) }))
    .sort((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : 0))
    .map(({ one }) => one);
}
