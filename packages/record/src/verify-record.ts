/**
 * Checks a record file, offline, from nothing but its text: its form byte for byte, the digest, the chain
 * without a gap, each text against its commitment, each ballot box and each frozen text against its event,
 * and locked minutes against the record that they tell.
 * Erased words are counted and are no problem.
 *
 * Not here: recounting polls, which needs the events' meaning and the rules of counting (apps/cli).
 * Invariant: takes any text and does not throw. Whoever reads the file decodes it as strict UTF-8: a decoder
 * that mends broken bytes could hide a changed one.
 */
import { genesis, leafHash, linkHash, type SealedEvent, type StubEvent } from './chain';
import { sha256Hex } from './hash';
import { headWords } from './head-words';
import { canonicalJson, isObject, type JsonValue } from './json';
import { boxHash, fileDigest, sortedBallots, type Box, type RecordFile } from './record-file';
import { isBox, isRecordFile, isSealedEvent, isStubEvent, isUnfit, misfit } from './record-shape';
import { commitmentOf, commitmentsIn, openBody } from './words';

export const problemCodes = [
  'not_json',
  'unfit',
  'not_canonical',
  'shape',
  'event_shape',
  'box_shape',
  'digest',
  'seq',
  'prev',
  'leaf',
  'head',
  'opening_unknown',
  'opening_wrong',
  'box_missing',
  'box_wrong',
  'box_unsorted',
  'box_stray',
  'text_wrong',
  'minutes_wrong',
] as const;
export type ProblemCode = (typeof problemCodes)[number];
/** `seq` is the event's place in the record; `detail` is for a person, in English. */
export type RecordProblem = { code: ProblemCode; seq: number | null; detail: string };

export type Verified = {
  ok: true;
  events: number;
  head: string;
  headWords: string[];
  erased: number;
  hidden: number;
};
export type Verdict = Verified | { ok: false; problems: RecordProblem[] };

export function verifyRecord(text: string): Verdict {
  const read = readRecord(text);
  return 'problems' in read ? { ok: false, problems: read.problems } : verifyFile(read.file);
}

/** The file by its form alone; whether it is true is verifyRecord's to say. */
export function readRecord(text: string): { file: RecordFile } | { problems: RecordProblem[] } {
  const value = parse(text);
  if (value === undefined) return { problems: [problem('not_json', null, 'the file is not JSON')] };
  if (isUnfit(value))
    return { problems: [problem('unfit', null, 'nested too deep, or with a number without end')] };
  if (!isRecordFile(value))
    return { problems: [problem('shape', null, `not a record: ${misfit(value, 'file')}`)] };
  const parts = partProblems(value);
  if (parts.length > 0) return { problems: parts };
  if (`${canonicalJson(value)}\n` === text) return { file: value };
  return { problems: [problem('not_canonical', null, 'the file is not written in its canonical form')] };
}

function parse(text: string): JsonValue | undefined {
  try {
    // What JSON.parse gives is a JSON value; its shape is checked by the callers.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** The elements' types hold only once this has found nothing. */
function partProblems({ events, boxes }: RecordFile): RecordProblem[] {
  return [
    ...events.flatMap((event, i) =>
      isSealedEvent(event) || isStubEvent(event)
        ? []
        : [problem('event_shape', i + 1, `not an event: ${misfit(event, 'event')}`)],
    ),
    ...boxes.flatMap((box, i) =>
      isBox(box) ? [] : [problem('box_shape', null, `box ${i + 1} is none: ${misfit(box, 'box')}`)],
    ),
  ];
}

function verifyFile(file: RecordFile): Verdict {
  const whole = wholeEvents(file);
  const problems = [
    ...(fileDigest(file) === file.digest
      ? []
      : [problem('digest', null, 'the digest does not fit the file')]),
    ...chainProblems(file),
    ...whole.flatMap(openingProblems),
    ...whole.flatMap(frozenTextProblems),
    ...whole.flatMap(lockedMinutesProblems),
    ...boxProblems(file),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const erased = whole.map(erasedIn).reduce((sum, n) => sum + n, 0);
  const { length } = file.events;
  const hidden = length - whole.length;
  return { ok: true, events: length, head: file.head, headWords: headWords(file.head), erased, hidden };
}

/** Events that the file shows; the others are there as stubs. */
export function wholeEvents({ events }: Pick<RecordFile, 'events'>): SealedEvent[] {
  return events.filter((event) => 'body' in event);
}

function chainProblems({ stream, events, head }: RecordFile): RecordProblem[] {
  let link = genesis(stream);
  const problems = events.flatMap((event, i) => {
    const found = eventProblems(event, i + 1, link);
    link = linkHash(event);
    return found;
  });
  return link === head
    ? problems
    : [...problems, problem('head', null, 'the head is not that of the last event')];
}

function eventProblems(event: SealedEvent | StubEvent, seq: number, prev: string): RecordProblem[] {
  return [
    ...(event.seq === seq ? [] : [problem('seq', seq, `event ${event.seq} stands where ${seq} should be`)]),
    ...(event.prev === prev ? [] : [problem('prev', seq, 'does not follow the event before it')]),
    ...(!('body' in event) || event.leaf === leafHash(event)
      ? []
      : [problem('leaf', seq, 'its content is not what was sealed')]),
  ];
}

function openingProblems(event: SealedEvent): RecordProblem[] {
  const commitments = commitmentsIn(event.body);
  return Object.entries(event.openings).flatMap(([id, opening]) => {
    const sealed = commitments.filter((each) => each.id === id);
    if (sealed.length === 0) return [problem('opening_unknown', event.seq, `nothing was sealed as ${id}`)];
    const fits = sealed.every(({ commitment }) => commitment === commitmentOf(opening));
    return fits ? [] : [problem('opening_wrong', event.seq, `the text of ${id} is not what was sealed`)];
  });
}

/** Places in the event where words stood whose opening is gone; one id counts once. */
function erasedIn({ body, openings }: SealedEvent): number {
  const ids = new Set(commitmentsIn(body).map(({ id }) => id));
  return [...ids].filter((id) => !Object.hasOwn(openings, id)).length;
}

/** A frozen text may itself be words, and erased; then its hash has nothing to be held against. */
function frozenTextProblems({ type, seq, body, openings }: SealedEvent): RecordProblem[] {
  if (type !== 'text.frozen') return [];
  const { text, hash } = openBody(body, openings);
  if (isObject(text) && text['erased'] === true) return [];
  const words = isObject(text) ? text['text'] : text;
  if (typeof words === 'string' && sha256Hex(words) === hash) return [];
  return [problem('text_wrong', seq, 'the frozen text does not fit its hash')];
}

/** What is signed are minutes of the record up to the event before, and so they name its end. */
function lockedMinutesProblems({ type, seq, prev, body }: SealedEvent): RecordProblem[] {
  if (type !== 'minutes.frozen' || (body['upTo'] === seq - 1 && body['head'] === prev)) return [];
  return [problem('minutes_wrong', seq, 'the minutes were not made from the record before them')];
}

/** A poll that was reopened has been closed twice and has two boxes. */
function boxProblems(file: RecordFile): RecordProblem[] {
  const { boxes } = file;
  const closed = wholeEvents(file).filter(({ type }) => type === 'poll.closed' || type === 'question.closed');
  return [
    ...closed.flatMap((event) => closedPollProblems(event, boxes)),
    ...boxes.flatMap((box) => strayProblems(box, closed)),
    ...(new Set(boxes.map((box) => canonicalJson(box))).size < boxes.length
      ? [problem('box_stray', null, 'a ballot box stands in the file twice')]
      : []),
  ];
}

function closedPollProblems({ seq, body }: SealedEvent, boxes: readonly Box[]): RecordProblem[] {
  const own = boxes.filter(({ pollId }) => pollId === body['pollId']);
  if (own.length === 0) return [problem('box_missing', seq, 'the ballot box of the poll is not in the file')];
  const fits = own.some(({ pollId, ballots }) => boxHash(pollId, ballots) === body['boxHash']);
  return fits ? [] : [problem('box_wrong', seq, 'the ballots are not those that were counted')];
}

function strayProblems(box: Box, closed: readonly SealedEvent[]): RecordProblem[] {
  const { pollId, ballots } = box;
  const hash = boxHash(pollId, ballots);
  const own = closed.some(({ body }) => body['pollId'] === pollId && body['boxHash'] === hash);
  return [
    ...(own ? [] : [problem('box_stray', null, `no event closed the ballot box ${pollId}`)]),
    ...(canonicalJson(sortedBallots(ballots)) === canonicalJson(ballots)
      ? []
      : [problem('box_unsorted', null, `the ballots of ${pollId} are not in their order`)]),
  ];
}

function problem(code: ProblemCode, seq: number | null, detail: string): RecordProblem {
  return { code, seq, detail };
}
