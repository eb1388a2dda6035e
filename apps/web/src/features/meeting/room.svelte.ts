// What the parts of a room share: the live session, the documents that are open, and what only this person's screen shows (where
// they look, which tab, whether the answer sheet is open). Facts are the session's; nothing here is sent anywhere.
import { createContext } from 'svelte';
import type { Meeting, MeetingCommand, Person, Poll, RefusalCode } from '@mufakat/domain';
import type { LateOrder } from '../../live/late-orders';
import type { MeetingSession } from '../../live/meeting-session';
import { RoomDocuments, type DocumentOpener } from './room-documents.svelte';
import type { View } from './stage-model';

export type RoomTab = 'agenda' | 'stage' | 'people';

export class Room {
  readonly session: MeetingSession;
  readonly documents: RoomDocuments;
  /** Where this person looks instead of at the stage; null follows the meeting. */
  look = $state.raw<View | null>(null);
  tab = $state<RoomTab>('stage');
  /** The poll whose answer sheet is open here. */
  answering = $state<string | null>(null);

  /** Somebody who was looked for and shall be shown in the list of people. */
  wanted = $state<string | null>(null);

  /** When this person was here before this visit, server time; null where they were not. */
  lastVisit = $state.raw<number | null>(null);

  /** Orders of an earlier page that came to nothing, until they have been read. */
  lost = $state.raw<readonly LateOrder[]>([]);

  /** Why the last order was refused. */
  unheeded = $state<RefusalCode | null>(null);

  constructor(session: MeetingSession, open: DocumentOpener) {
    this.session = session;
    this.documents = new RoomDocuments(open);
  }

  /** The folded state; parts of the room exist only once there is one. */
  get meeting(): Meeting {
    const { state } = this.session;
    if (!state) throw new Error('the room is shown only after the first join');
    return state;
  }

  get you(): string {
    return this.session.you ?? '';
  }

  get me(): Person | undefined {
    return this.meeting.people.get(this.you);
  }

  get openPoll(): Poll | undefined {
    return Object.values(this.meeting.polls).find((poll) => poll.count.status === 'open');
  }

  readonly ask: MeetingSession['ask'] = (command, known) => this.session.ask(command, known);

  /**
   * For what is pressed where no answer can stand, keys and the entries of a menu: looks at the stage once it is done; the
   * host's controls say why it was refused.
   */
  async order(command: MeetingCommand): Promise<void> {
    this.unheeded = null;
    const result = await this.ask(command);
    if (result.ok) this.show(null);
    else this.unheeded = result.code;
  }

  /** Looks somewhere, on the phone too. */
  show(view: View | null): void {
    this.look = view;
    this.tab = 'stage';
  }

  /** Opens what this person wrote in without a line on an earlier page, so that it goes out or is offered. */
  async bringWords(documents: readonly string[]): Promise<void> {
    for (const name of documents) {
      await this.documents.acquire(name).catch(() => undefined);
      this.documents.release(name);
    }
  }

  close(): void {
    this.documents.close();
  }
}

export const [useRoom, provideRoom] = createContext<Room>();
