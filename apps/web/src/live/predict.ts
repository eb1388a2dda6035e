/**
 * Foretells a refusal with the domain's own decide(), so that people are told why at once and nothing is sent.
 *
 * Where a command needs what only the server can gather (the ballots of a box, a document held still, a code that
 * nobody else has), something harmless stands for it: rights and phases are foretold, what hangs on the real thing
 * is left to the server. A caller who has the agenda or the text at hand may give it.
 */
import {
  decideBallot,
  decideMeeting,
  type Ballot,
  goalLanguages,
  type Gathered,
  type GoalClause,
  type Meeting,
  type MeetingCommand,
  type RefusalCode,
} from '@mufakat/domain';
import { randomId } from '../platform/random-id';

export type Known = Pick<Gathered, 'agenda' | 'text'>;

export interface Sight {
  state: Meeting;
  you: string;
  now: number;
  here: ReadonlySet<string>;
}

export function foretell(sight: Sight, command: MeetingCommand, known: Known): RefusalCode | null {
  const { state, you, now, here } = sight;
  const result = decideMeeting(state, command, {
    actor: { kind: 'person', personId: you },
    now,
    newId: randomId,
    gathered: { ...standIns(), present: here, ...known },
  });
  return result.ok ? null : result.code;
}

export function foretellBallot({ state, you }: Sight, ballot: Ballot): RefusalCode | null {
  const result = decideBallot(state, ballot, you);
  return result.ok ? null : result.code;
}

function standIns(): Gathered {
  return {
    code: 'AAAAAA',
    agenda: [{ id: randomId(), title: '…', kind: 'discussion', minutes: 0, presenter: '', papers: [] }],
    text: { text: '…', plain: '…', hash: '' },
    goal: { clauses: [writtenClause()], text: '…', plain: '…', hash: '' },
    minutes: { upTo: 0, head: '', prose: [] },
    lot: { id: randomId(), hash: '' },
    lotSeed: '0'.repeat(64),
    chairsAwayMs: Infinity,
    ballots: [],
    hashBox: () => '',
    hashRoll: () => '',
    drawLot: (optionIds) => ({ seed: '', order: [...optionIds] }),
  };
}

function writtenClause(): GoalClause {
  const words = goalLanguages.map((language) => ({ language, text: '…', plain: '…' }));
  return { id: randomId(), words };
}
