/**
 * Counts every closed poll of a record anew, with the domain's own fold and the one counting package, and
 * holds the result against the one recorded. Named votes are recounted whole. Answers to *mufakat?* are
 * published without their voters, so of them the numbers are recounted, where each weighs the same. Questions are
 * recounted in recount-question.ts.
 *
 * Not here: whether the record is intact (packages/record), which is asked first.
 */
import {
  choiceSchema,
  evolveMeeting,
  isAsking,
  meetingEventSchema,
  tallyOf,
  unplanned,
  upcast,
  type Meeting,
  type MeetingState,
  type Poll,
  type Question,
  type StoredBallot,
} from '@mufakat/domain';
import {
  canonicalJson,
  openBody,
  sha256Hex,
  wholeEvents,
  type JsonValue,
  type RecordFile,
  type SealedEvent,
} from '@mufakat/record';
import { breakTie, yesOrNoByLot, type Tally } from '@mufakat/tally';
import { recountQuestion } from './recount-question';

export type RecountState = 'same' | 'same-numbers' | 'differs' | 'not-possible';
/** `tally` is the one counted here, where it is the one recorded. */
export type PollRecount = { pollId: string; seq: number; state: RecountState; tally?: Tally };
type Recount = Pick<PollRecount, 'state' | 'tally'>;

/** In the order of the closing events. A record of a later version is not recounted; nothing throws. */
export function recountPolls(file: RecordFile): PollRecount[] {
  const events = wholeEvents(file);
  const state = fold(events);
  const closed = events.filter(({ type }) => type === 'poll.closed' || type === 'question.closed');
  return closed.map(({ seq, body }) => {
    const pollId = typeof body['pollId'] === 'string' ? body['pollId'] : '';
    const ballots = file.boxes.find((box) => box.pollId === pollId)?.ballots ?? [];
    return { pollId, seq, ...recount(state, pollId, ballots) };
  });
}

/** The meeting at the end of its record, or null where an event is not one that this program knows. */
function fold(events: readonly SealedEvent[]): MeetingState | null {
  let state: MeetingState = unplanned;
  try {
    for (const { v, seq, at, by, type, body, openings } of events) {
      const event = meetingEventSchema.parse({ ...upcast(v, type, openBody(body, openings)), type });
      state = evolveMeeting(state, event, { seq, at, by });
    }
    return state;
  } catch {
    return null;
  }
}

function recount(state: MeetingState | null, pollId: string, ballots: readonly JsonValue[]): Recount {
  const question = state?.status === 'planned' ? questionOf(state, pollId) : null;
  if (question) return recountQuestion(question, ballots);
  const polls = state?.status === 'planned' ? state.polls : {};
  const poll = Object.hasOwn(polls, pollId) ? polls[pollId] : undefined;
  if (!poll) return { state: 'not-possible' };
  try {
    return isAsking(poll) ? { state: recountAnswers(poll, ballots) } : recountVotes(poll, ballots);
  } catch {
    // What the counting refuses (a stranger's ballot, two of one voter) cannot have been counted.
    return { state: 'differs' };
  }
}

function questionOf({ questions }: Meeting, pollId: string): Question | null {
  return (Object.hasOwn(questions, pollId) ? questions[pollId] : undefined) ?? null;
}

function recountVotes(poll: Poll, ballots: readonly JsonValue[]): Recount {
  if (poll.count.status !== 'closed') return { state: 'not-possible' };
  const { electorate, tally, passes } = poll.count;
  const atClose = tallyOf(poll, ballots.map(readVote), { roll: [...poll.roll], ...electorate });
  const counted = afterTieBreak(poll, atClose);
  const same = canonicalJson(counted) === canonicalJson(tally) && counted?.passes === passes;
  return same && counted ? { state: 'same', tally: counted } : { state: 'differs' };
}

/** With the tie broken as the record says; null where the lot does not fall so, or its seed is not the one told before. */
function afterTieBreak(poll: Poll, tally: ReturnType<typeof tallyOf>): ReturnType<typeof tallyOf> | null {
  const tieBreak = poll.count.status === 'closed' ? poll.count.tieBreak : null;
  if (!tieBreak) return tally;
  if (tally.method !== 'yes-no-abstain') return null;
  const { choice } = tieBreak;
  const drawn =
    tieBreak.by === 'chair' ||
    (sha256Hex(tieBreak.seed) === poll.lot?.hash && yesOrNoByLot(tieBreak.seed) === choice);
  return drawn ? breakTie(tally, choice) : null;
}

/** Throws on what is no named vote. */
function readVote(ballot: JsonValue): StoredBallot {
  const { voter, vote } = fieldsOf(ballot);
  if (typeof voter !== 'string') throw new TypeError('a vote without a voter');
  return { voter, castBy: voter, choice: choiceSchema.parse({ kind: 'vote', vote }) };
}

const answers = ['agree', 'agree-with-note', 'not-yet', 'object'];

/** The quorum by chamber cannot be held against ballots without voters; the numbers, and what they forbid, can. */
function recountAnswers(poll: Poll, ballots: readonly JsonValue[]): RecountState {
  if (poll.count.status !== 'closed' || poll.roll.some(({ weight }) => weight !== 1)) return 'not-possible';
  const { tally, passes } = poll.count;
  const recorded = fieldsOf(tally['counts'] ?? null);
  const given = ballots.map((ballot) => fieldsOf(ballot)['answer']);
  const count = (answer: string): number => given.filter((each) => each === answer).length;
  const alike = answers.every((answer) => recorded[answer] === count(answer));
  const known = given.every((each) => answers.some((answer) => answer === each));
  const possible = count('object') === 0 && count('agree') + count('agree-with-note') > 0;
  return alike && known && tally.passes === passes && (possible || !passes) ? 'same-numbers' : 'differs';
}

function fieldsOf(value: JsonValue): { [key: string]: JsonValue } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('not an object');
  return value;
}
