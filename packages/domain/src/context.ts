/**
 * What a rule is told about the world: who acts, when, fresh ids, and what was gathered beforehand.
 *
 * Everything impure is in here, so that decide() stays a pure function. The server fills it from its ports; the
 * client fills it with what it can see, to foretell a refusal before anything is sent.
 */
import type { GoalClause } from './goals/schemas';
import type { Id } from './ids';
import type { CarriedGoal } from './meeting/events';
import type { MinutesPart } from './minutes/schemas';
import type { AnyChoice } from './polls/choices';
import { assert } from './result';
import type { Words } from './words';

/** A person, or the server itself where nobody acts: someone comes in by the open code, a deadline is over. */
export type Actor = { kind: 'person'; personId: Id } | { kind: 'door' } | { kind: 'clock' };

export interface Context {
  actor: Actor;
  /** Server time in milliseconds since 1970, UTC. */
  now: number;
  newId: () => Id;
  gathered: Gathered;
}

export interface CoalitionSnapshot {
  coalitionId: Id;
  name: Words;
  form: string;
  chamberSets: { id: Id; name: string; chambers: { id: Id; name: string; shape: ChamberShape }[] }[];
  partners: PartnerSnapshot[];
}

export type ChamberShape = 'square' | 'circle' | 'diamond' | 'hexagon';

export interface PartnerSnapshot {
  id: Id;
  name: Words;
  mark: string;
  colour: number;
  chamber: Id | null;
  weight: number;
}

export interface AgendaItemDraft {
  id: Id;
  title: string;
  kind: ItemKind;
  minutes: number;
  presenter: string;
  papers: readonly { title: string; url: string }[];
}

export const itemKinds = [
  'opening',
  'information',
  'discussion',
  'decision',
  'goal',
  'break',
  'closing',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** One ballot as the ballot box keeps it: whose voice it is, who cast it, and the choice. */
export interface StoredBallot {
  voter: string;
  castBy: Id;
  choice: AnyChoice;
}

export interface Gathered {
  /** For the first command of a record: the id under which it is created. */
  streamId?: Id;
  /** For meeting.plan: the coalition as it stands, and who plans. */
  coalition?: CoalitionSnapshot;
  /** For meeting.plan: the coalition's goals as its meetings left them. */
  goals?: readonly CarriedGoal[];
  planner?: { name: string; address: string; partnerId: Id | null };
  /** For door.open: a code that nobody else holds. */
  code?: string;
  /** For agenda.adopt and agenda.propose: the agenda document's items in order. */
  agenda?: readonly AgendaItemDraft[];
  /** For goal.freeze: the goal's clauses as they stand, taken while the document is held. */
  goal?: { clauses: readonly GoalClause[]; text: string; plain: string; hash: string };
  /** For text.freeze: canonical text and its SHA-256, taken while the document is held. */
  text?: { text: string; plain: string; hash: string };
  /**
   * For minutes.freeze: the canonical text of each part that has any, taken while the document is held, and where the
   * record ends: the number of its last event, and that event's link.
   */
  minutes?: { upTo: number; head: string; prose: readonly { part: MinutesPart; text: string }[] };
  /** For poll.close and question.close: the ballots of the box, locked, with the box's hash over their published form. */
  ballots?: readonly StoredBallot[];
  hashBox?: (pollId: string, published: readonly unknown[]) => string;
  /** For question.open: the roll's hash, and a lot drawn over the options: the seed, and the order that follows from it. */
  hashRoll?: (pollId: string, roll: readonly unknown[]) => string;
  drawLot?: (optionIds: readonly Id[]) => { seed: string; order: Id[] };
  /** For poll.close: who is connected now. */
  present?: ReadonlySet<Id>;
  /** For poll.open: a fresh lot, by the id under which its seed is found again, with the seed's hash. */
  lot?: { id: Id; hash: string };
  /** For tie.draw: the seed of the poll's lot, 64 hex digits that were held against its hash, or that there is none. */
  lotSeed?: string;
  /** For chair.take: how long no chair has been connected, milliseconds; 0 while one is. */
  chairsAwayMs?: number;
}

/** What a command needs and the caller must have gathered; its absence is a programmer's mistake. */
export function needed<K extends keyof Gathered>(context: Context, key: K): NonNullable<Gathered[K]> {
  const value = context.gathered[key];
  assert(value !== undefined, `decide() needs ${key} gathered beforehand`);
  return value;
}
