/** For the tests of the command line: the record of a whole meeting with one closed poll. */
import {
  electorateAt,
  publishedBallots,
  tallyOf,
  type MeetingEvent,
  type StoredBallot,
} from '@mufakat/domain';
import {
  asking,
  ballot,
  closed,
  counting,
  fold,
  partners,
  pollId,
  ruleWith,
  voting,
  who,
} from '@mufakat/domain/testing';
import {
  boxHash,
  genesis,
  linkHash,
  sealEvent,
  sha256Hex,
  writeRecord,
  type JsonObject,
  type JsonValue,
  type SealedEvent,
} from '@mufakat/record';

type Counted = ReturnType<typeof tallyOf>;
type Change = { tally?: (tally: Counted) => Counted };

/** Three yes, one no, one abstention. */
export function votedRecord(change: Change = {}): string {
  const { officeDelegate, societyDelegate, companyDelegate, villageDelegate, participant } = who;
  return recordOf(
    voting(),
    [
      ballot(officeDelegate, 'yes'),
      ballot(societyDelegate, 'yes'),
      ballot(companyDelegate, 'no'),
      ballot(villageDelegate, 'abstain'),
      ballot(participant, 'yes'),
    ],
    change,
  );
}

const lotRule = ruleWith({ ladder: ['vote'], tie: { kind: 'lot' } });

/** Two yes, two no, then the lot: which falls to *yes* and was told before, unless said otherwise. */
export function drawnRecord({
  seed = evenSeed,
  told = evenSeed,
  choice = 'yes',
}: Partial<Draw> = {}): string {
  const { officeDelegate, societyDelegate, companyDelegate, villageDelegate } = who;
  const ballots = [officeDelegate, societyDelegate, companyDelegate, villageDelegate].map((voter, i) =>
    ballot(voter, i < 2 ? 'yes' : 'no'),
  );
  const lot = { id: pollId, hash: sha256Hex(told) };
  return recordOf(voting({ rule: lotRule, lot }), ballots, {}, [{ type: 'tie.drawn', pollId, choice, seed }]);
}

/** Partners vote as their people do: two of the village outvote one, and the office is against. */
export function partnersRecord(way: 'majority' | 'split'): string {
  const { officeDelegate, villageDelegate, participant } = who;
  const [village, office] = [partners.village.id, partners.office.id];
  const members = [
    { key: villageDelegate, partner: village },
    { key: participant, partner: village },
    { key: officeDelegate, partner: office },
  ];
  const ballots = [ballot(villageDelegate, 'yes'), ballot(participant, 'yes'), ballot(officeDelegate, 'no')];
  return recordOf(voting({ ...counting, people: { way, members } }), ballots, {});
}

type Draw = { seed: string; told: string; choice: 'yes' | 'no' };
const evenSeed = `${'5'.repeat(63)}4`;

export function consentedRecord(change: Change = {}): string {
  const agreeing = [ballot(who.officeDelegate, {}), ballot(who.participant, {})];
  return recordOf(asking(), agreeing, change);
}

function recordOf(
  history: MeetingEvent[],
  ballots: StoredBallot[],
  { tally = (same) => same }: Change,
  then: MeetingEvent[] = [],
): string {
  const published = json(publishedBallots(ballots));
  const { electorate, counted } = countOf(history, ballots);
  const close = closed(counted.passes, {
    turnout: ballots.length,
    boxHash: boxHash(pollId, published),
    electorate,
    tally: tally(counted),
  });
  const events = sealAll('meeting', [...history, close, ...then].map(withTrueHash));
  return writeRecord({ stream: 'meeting', events, boxes: [{ pollId, ballots: published }] });
}

function countOf(history: MeetingEvent[], ballots: StoredBallot[]) {
  const state = fold(history);
  const poll = state.status === 'planned' ? state.polls[pollId] : undefined;
  if (state.status !== 'planned' || !poll) throw new Error('the history has no poll');
  const { roll, ...electorate } = electorateAt(state, poll, new Set(Object.values(who)), ballots);
  return { electorate, counted: tallyOf(poll, ballots, { roll, ...electorate }) };
}

/** The fixtures' frozen text has a hash made up. */
function withTrueHash(event: MeetingEvent): MeetingEvent {
  return event.type === 'text.frozen' ? { ...event, hash: sha256Hex(event.text) } : event;
}

function sealAll(stream: string, events: readonly MeetingEvent[]): SealedEvent[] {
  let [prev, n] = [genesis(stream), 0];
  return events.map(({ type, ...body }, i) => {
    const newSalt = (): string => (n++).toString(16).padStart(32, '0');
    const event = sealEvent(
      { v: 1, seq: i + 1, at: 1_790_000_000_000 + i, type, by: null, body: json(body), prev },
      newSalt,
    );
    prev = linkHash(event);
    return event;
  });
}

/** Events and results are plain JSON by their schemas, which the compiler cannot see. */
function json(value: readonly object[]): JsonValue[];
function json(value: object): JsonObject;
function json(value: object): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
