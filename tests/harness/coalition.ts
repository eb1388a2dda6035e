/** A typical coalition and meeting on a running server, made through the doors that people use. */
import type { DecisionRule } from '@mufakat/tally';
import { newId, Person } from './person';

const partnerNames = ['Dinas Pendidikan', 'Komite Sekolah', 'Koperasi Sinar Rakit', 'Yayasan Lentera Hulu'];
const chamberNames = ['Pemerintah', 'Warga', 'Usaha', 'Lembaga dan mitra luar'];
const shapes = ['square', 'circle', 'diamond', 'hexagon'] as const;

/** Consent first, then more than half of those who signed in; no quorum. */
export const plainRule: DecisionRule = {
  ladder: ['consent', 'vote'],
  quorum: null,
  qualified: null,
  majority: { base: 'yes+no', atLeast: '1/2', strict: true },
  supportFrom: 0,
  chambers: [],
  consent: { silence: 'does-not-count' },
  emptyChamber: 'skipped',
  tie: { kind: 'fails' },
  conflicted: 'stay',
  expires: null,
};

export interface Gathering {
  chair: Person;
  coalitionId: string;
  meetingId: string;
  partners: string[];
  code: string;
}

/** Founds, plans, joins as chair and opens the door. */
export async function gather(
  url: string,
  options: {
    electorate?: 'person' | 'partner';
    headers?: Record<string, string>;
    agenda?: readonly object[];
  } = {},
): Promise<Gathering> {
  const chair = new Person(url, options.headers);
  const founded = await chair.http('POST', '/api/coalitions', {
    id: newId(),
    invitation: null,
    command: {
      type: 'coalition.found',
      name: 'Sekolah Terpencil',
      form: 'forum',
      languages: ['id', 'en'],
      chambers: chamberNames.map((name, index) => ({ name, shape: shapes[index] })),
      partners: partnerNames.map((name, index) => ({
        name,
        mark: ['DP', 'KS', 'KR', 'LH'][index],
        kind: 'community',
        place: '',
        weight: 1,
        chamber: index,
      })),
      founder: { name: 'Ketua Forum', address: 'Ibu', partner: 0 },
    },
  });
  const { coalitionId } = answer<{ coalitionId: string }>(founded, 201);
  const seen = answer<{ coalition: { partners: Record<string, { id: string }> } }>(
    await chair.http('GET', `/api/coalitions/${coalitionId}`),
    200,
  );
  const partners = Object.keys(seen.coalition.partners);
  const meetingId = await plan(chair, coalitionId, partners, options.electorate ?? 'person', options.agenda);
  await chair.join(meetingId);
  await chair.do({ type: 'door.open', hours: 4 });
  const { door } = chair.meeting;
  if (door.status !== 'open') throw new Error('the door is not open');
  // The list opens with the door, and whoever is here signs it a moment later.
  await chair.until(() => chair.meeting.people.get(chair.you)?.attendance === 'signed');
  return { chair, coalitionId, meetingId, partners, code: door.code };
}

async function plan(
  chair: Person,
  coalitionId: string,
  partners: readonly string[],
  electorate: 'person' | 'partner',
  agenda: readonly object[] = [],
): Promise<string> {
  const planned = await chair.http('POST', `/api/coalitions/${coalitionId}/meetings`, {
    id: newId(),
    command: {
      type: 'meeting.plan',
      kind: 'working',
      place: '',
      callUrl: '',
      title: 'Musyawarah Prioritas',
      startsAt: Date.now() + 3_600_000,
      timeZone: 'Asia/Jakarta',
      language: 'id',
      invited: partners.map((partnerId) => ({ partnerId, heads: 10 })),
      rule: plainRule,
      electorate,
    },
    agenda,
  });
  return answer<{ meetingId: string }>(planned, 201).meetingId;
}

/** Another meeting of the same coalition, with the same chair on a line of its own. */
export async function planAnother({ chair, coalitionId, partners }: Gathering, url: string): Promise<Person> {
  const again = new Person(url);
  again.cookie = chair.cookie;
  await again.join(await plan(again, coalitionId, partners, 'person'));
  return again;
}

export function answer<T>(got: { status: number; body: unknown }, status: number): T {
  if (got.status !== status)
    throw new Error(`expected ${status}, got ${got.status}: ${JSON.stringify(got.body)}`);
  return got.body as T;
}

/** Someone comes in by the code and is given a seat with a vote by the chair. */
export async function seatVoter(
  { chair, meetingId, code, partners }: Gathering,
  url: string,
  name: string,
  partner: number,
  roles: ('participant' | 'delegate')[] = ['participant'],
): Promise<Person> {
  const person = new Person(url, chair.headers);
  const { personId } = answer<{ personId: string }>(await person.come(code, name), 201);
  await chair.do({ type: 'seat.change', personId, partnerId: partners[partner] ?? null, roles, votes: true });
  await person.join(meetingId);
  // The last thing that comes of itself: whoever has come is on the list.
  const isSigned = ({ meeting }: Person) => meeting.people.get(personId)?.attendance === 'signed';
  await Promise.all([chair, person].map((one) => one.until(() => isSigned(one))));
  return person;
}
