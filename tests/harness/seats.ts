/** Seats given by the chair and taken by personal link, as a host would hand them out. */
import type { Role } from '@mufakat/domain';
import { answer, type Gathering } from './coalition';
import { Person } from './person';

export interface Seat {
  name: string;
  roles: Role[];
  partnerId: string | null;
  votes: boolean;
}

/** Seats a person without any device yet. */
export async function seatPerson({ chair }: Gathering, seat: Seat): Promise<string> {
  const before = new Set(chair.meeting.people.ids());
  await chair.do({ type: 'person.seat', address: '', ...seat });
  const personId = chair.meeting.people.ids().find((id) => !before.has(id));
  if (personId === undefined) throw new Error('a seated person has an id');
  return personId;
}

/** The secret in a person's link, issued anew. */
export async function issueLink({ chair, meetingId }: Gathering, personId: string): Promise<string> {
  await chair.do({ type: 'link.issue', personId });
  const path = `/api/meetings/${meetingId}/people/${personId}/link`;
  const { url } = answer<{ url: string }>(await chair.http('GET', path), 200);
  return url.split('#')[1] ?? '';
}

/** A person on a device of their own, come in by their link and joined. */
export async function seatByLink(gathering: Gathering, seat: Seat): Promise<Person> {
  const { chair, meetingId } = gathering;
  const personId = await seatPerson(gathering, seat);
  const secret = await issueLink(gathering, personId);
  const person = new Person(chair.url, chair.headers);
  answer(await person.http('POST', '/api/links', { secret }), 200);
  await person.join(meetingId);
  return person;
}
