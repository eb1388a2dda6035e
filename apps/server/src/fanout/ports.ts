/**
 * News from the place where a fact was stored to everyone who is connected, on this server or another. Delivery is
 * in order for each topic; nothing rests on it (whoever misses news sees the gap in seq and asks again).
 */
import type { SealedEvent } from '@mufakat/record';
import type { PresenceFrame, TurnoutFrame } from '@mufakat/protocol';

export type News =
  | { kind: 'events'; events: readonly SealedEvent[] }
  | { kind: 'turnout'; turnout: TurnoutFrame }
  | { kind: 'presence'; presence: PresenceFrame }
  /** Words have left the record: whoever has it folds it anew. */
  | { kind: 'refold' }
  /** The meeting was deleted. */
  | { kind: 'gone' }
  /** This device is another person here than it was so far. */
  | { kind: 'reseated'; session: string; personId: string }
  /** Every device that came in as this person is out, but for the session `except`. */
  | { kind: 'signed-out'; personId: string; except: string | null };

export interface FanOut {
  publish(meetingId: string, news: News): void;
  /** Hears all meetings' news; answers with the way to stop. */
  subscribe(listener: (meetingId: string, news: News) => void): () => void;
}
