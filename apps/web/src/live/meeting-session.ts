/**
 * What pages know of a live meeting: the folded state and the few things of the moment beside it, and how to ask for
 * changes. Pages read these as reactive values (the implementation keeps them in runes) and never see a socket.
 */
import type { Ballot, Choice, Meeting, MeetingCommand, RefusalCode, Result, Right } from '@mufakat/domain';
import type { TurnoutFrame, WaitingFrame } from '@mufakat/protocol';
import type { Known } from './predict';

export type Line =
  /** First join: nothing to show yet. */
  | { status: 'joining' }
  | { status: 'live' }
  /** Not let in yet: this is all that one may know, and there is no `state`. */
  | { status: 'waiting'; view: WaitingFrame; isConnected: boolean }
  /** The line is dead; what is shown may be old, commands wait in the outbox and are sent when it is back. */
  | { status: 'lost'; since: number }
  /** No way back from here: removed, signed out, unknown meeting, old client. */
  | { status: 'gone'; code: RefusalCode };

export interface MeetingSession {
  readonly meetingId: string;
  readonly line: Line;
  /** Null until the first join is answered. */
  readonly state: Meeting | null;
  readonly you: string | null;
  /** People connected now, one entry a person. */
  readonly here: ReadonlySet<string>;
  /** Server time at which the last line of any chair went; null while a chair is connected. */
  readonly chairsAwaySince: number | null;
  readonly turnouts: ReadonlyMap<string, TurnoutFrame>;
  /** What this person (or their partner's delegate) has answered in polls that are open. */
  readonly given: ReadonlyMap<string, Choice>;
  /** Commands and ballots that are sent but not yet acked: for *pending* marks and the outbox banner. */
  readonly waiting: number;
  /** Server time now, milliseconds; corrected for this device's clock. Not reactive: timers tick by `tick`. */
  now(): number;
  /** Reactive server time, renewed every 250 ms while someone reads it. */
  readonly tick: number;
  may(right: Right): boolean;
  /**
   * Foretells with the domain's own decide(), once that is loaded (foresight.ts): refused at once and nothing sent, or sent
   * under one id until acked.
   * `known` is what the page has at hand of what the command is about (the agenda that it would adopt). When it
   * resolves with ok, `state` has what the command made.
   */
  ask(command: MeetingCommand, known?: Known): Promise<Result<{ seq: number }>>;
  /** The same for a ballot; a later one replaces the one before, also where both have waited. */
  cast(pollId: Ballot['pollId'], choice: Choice): Promise<Result<null>>;
  /** Leaves. What waits is refused with `server_busy`; it stays on the device and is sent when this person is back. */
  close(): void;
}
