/** What a meeting's room needs from outside. Tests bring their own. */
import type { FanOut } from '../fanout/ports';
import type { Keys } from '../platform/ports';
import type { PollKeys } from '../polls/poll-keys';
import type { StreamPorts } from '../streams/stream';
import type { Neighbour } from './goal-home';
import type { MeetingDocuments } from './meeting-documents';

export interface MeetingPorts extends StreamPorts {
  fanOut: FanOut;
  documents: MeetingDocuments;
  neighbour: Neighbour;
  pollKeys: PollKeys;
  /** Told when a question that was opened ends by itself, server time. */
  expectDeadline: (at: number) => void;
  /** Told of a question whose key could not be destroyed; it is tried again at the next start. */
  keyStays: (pollId: string, error: unknown) => void;
  keys: Keys;
}
