/**
 * Counts a closed question anew: its box by its own method, the lot from its published seed, the roll against its hash,
 * and whether as many ballots are there as voters are named.
 */
import {
  optionsChoiceSchema,
  tallyQuestion,
  type Opening,
  type Question,
  type QuestionCount,
  type Voice,
} from '@mufakat/domain';
import { canonicalJson, lotOrder, rollHash, type JsonValue } from '@mufakat/record';

type Recount = { state: 'same' | 'differs' | 'not-possible' };
type Ballot = Pick<Voice, 'choice' | 'weight'> & { voter: string | null };

export function recountQuestion(question: Question, ballots: readonly JsonValue[]): Recount {
  const { stage } = question;
  if (stage.status !== 'closed') return { state: 'not-possible' };
  try {
    const { opening, count } = stage;
    const read = ballots.map((ballot) => readBallot(ballot, opening));
    const counted = tallyQuestion(question, opening, read);
    const same = canonicalJson(plain(counted)) === canonicalJson(plain(count.tally));
    return {
      state: same && isDrawn(question, opening) && areTheirs(read, opening, count) ? 'same' : 'differs',
    };
  } catch {
    // What the counting refuses cannot have been counted.
    return { state: 'differs' };
  }
}

/** The order follows from the seed, and the roll at the opening is the one that was hashed. */
function isDrawn({ id, content }: Question, { tieOrder, roll, rollHash: hash, additions }: Opening): boolean {
  const order = lotOrder(
    tieOrder.seed,
    content.options.map((option) => option.id),
  );
  const added = new Set(additions.map(({ key }) => key));
  const first = roll.filter(({ key }) => !added.has(key));
  return canonicalJson(order) === canonicalJson(tieOrder.order) && rollHash(id, first) === hash;
}

/** Each ballot is of someone on the roll, and nobody's twice; of a secret question those who voted are named apart. */
function areTheirs(
  ballots: readonly Ballot[],
  { roll }: Opening,
  { turnout, voted }: QuestionCount,
): boolean {
  const voters = voted ?? ballots.flatMap(({ voter }) => voter ?? []);
  const keys = new Set(roll.map(({ key }) => key));
  const alone = new Set(voters).size === voters.length && voters.every((voter) => keys.has(voter));
  return alone && voters.length === turnout && ballots.length === turnout;
}

/** Throws on what is no ballot of a question. */
function readBallot(ballot: JsonValue, { roll }: Opening): Ballot {
  if (typeof ballot !== 'object' || ballot === null || Array.isArray(ballot))
    throw new TypeError('not a ballot');
  const choice = optionsChoiceSchema.parse(ballot['choice']);
  const { voter = null, weight = null } = ballot;
  if (typeof voter === 'string') {
    const entry = roll.find(({ key }) => key === voter);
    if (!entry) throw new TypeError('a ballot of nobody on the roll');
    return { voter, choice, weight: entry.weight };
  }
  if (typeof weight !== 'number') throw new TypeError('a ballot without weight');
  return { voter: null, choice, weight };
}

/** Results are plain JSON by their contract. */
function plain(result: unknown): JsonValue {
  return JSON.parse(JSON.stringify(result)) as JsonValue;
}
