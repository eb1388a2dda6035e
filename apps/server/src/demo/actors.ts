/**
 * People of the demo while its past is made: each has a session and an access of their own, so that whatever they do goes
 * through the same door as everyone's. A refusal is a mistake of the script and ends it.
 */
import type { MeetingCommand, MeetingEvent, Result } from '@mufakat/domain';
import type { DocumentKind } from '@mufakat/shared-docs';
import type { Doc } from 'yjs';
import type { MeetingEntry } from '../access/access';
import type { NewSession } from '../access/sessions';
import type { MeetingRoom } from '../meetings/meeting-room';
import type { Services } from '../services';

export class Actor {
  private constructor(
    readonly services: Services,
    readonly session: NewSession,
    readonly entry: MeetingEntry,
  ) {}

  static async enter(services: Services, session: NewSession, meetingId: string): Promise<Actor> {
    return new Actor(services, session, done(await services.access.meeting(session, meetingId)));
  }

  get personId(): string {
    return this.entry.personId;
  }

  get room(): MeetingRoom {
    return this.entry.room;
  }

  async do(command: MeetingCommand): Promise<readonly MeetingEvent[]> {
    const answer = await this.room.command(this.entry, this.services.ids.newId(), command);
    if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.code}`);
    return answer.value.events;
  }

  async write(kind: DocumentKind, id: string, change: (doc: Doc) => void): Promise<void> {
    const { documents, documentAccess } = this.services;
    done(await documents.write(documentAccess.grantTo(this.entry, { kind, id }), change));
  }
}

/** Of events just stored, the one of this type. */
export function eventOf<T extends MeetingEvent['type']>(
  events: readonly MeetingEvent[],
  type: T,
): Extract<MeetingEvent, { type: T }> {
  const found = events.find((event): event is Extract<MeetingEvent, { type: T }> => event.type === type);
  if (!found) throw new Error(`there is no ${type}`);
  return found;
}

export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo was refused: ${result.code}`);
  return result.value;
}
