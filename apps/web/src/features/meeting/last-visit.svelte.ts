// When this person was last in the meeting, by server time: kept on the device, so that who comes back can be told what happened
// meanwhile. Renewed while the line is live; what it was before this visit stays to be read.
import { recall, remember } from '../../platform/storage';
import type { MeetingSession } from '../../live/meeting-session';
import { awayMs } from './missed';

const everyMs = 20_000;

export class LastVisit {
  /** Server time; null for someone who was never here. Changes only when they come back after a while. */
  before = $state.raw<number | null>(null);
  /** Counts comings: the first, and each after a while away. */
  comings = $state(0);

  constructor(readonly session: Pick<MeetingSession, 'meetingId' | 'now'>) {}

  /** To be run while the line is live: answers with the way to stop. */
  here(personId: string): () => void {
    const key = `seen.${this.session.meetingId}.${personId}`;
    const stored = Number(recall(key)) || null;
    if (this.comings === 0 || this.session.now() - (stored ?? 0) > awayMs) {
      this.before = stored;
      this.comings += 1;
    }
    const note = (): void => remember(key, String(this.session.now()));
    note();
    const timer = setInterval(note, everyMs);
    return () => {
      clearInterval(timer);
      note();
    };
  }
}
