/** A meeting of ours that is under way, for session events: an item runs, texts are frozen, everyone is seated. */
import { gather, plainRule, type Gathering } from '../../harness/coalition';
import { newId } from '../../harness/person';
import type { MeetingPlace } from '../job';
import { addressOf, comeIn, seatAll } from './people';

export interface MeetingWanted {
  people: number;
  polls: number;
}

const item = {
  id: newId(),
  title: 'Musyawarah prioritas',
  kind: 'discussion',
  minutes: 60,
  presenter: '',
} as const;
/** Straight to the count. */
const rule = { ...plainRule, ladder: ['vote' as const] };

export async function makeMeeting(url: string, { people, polls }: MeetingWanted): Promise<MeetingPlace> {
  const gathering = await gather(url, { headers: addressOf(0), agenda: [item] });
  const { chair, meetingId } = gathering;
  await chair.do({ type: 'meeting.open' });
  await chair.do({ type: 'agenda.adopt' });
  const [adopted] = chair.meeting.agenda.items;
  if (!adopted) throw new Error('an adopted agenda has its items');
  await chair.do({ type: 'item.start', itemId: adopted.id });
  const members = await comeIn(gathering, people, 1);
  await seatAll(gathering, members);
  const decisions = await freezeTexts(gathering, polls);
  chair.close();
  return {
    meetingId,
    chair: chair.cookie,
    people: members.map(({ cookie }) => cookie),
    itemId: adopted.id,
    decisions,
  };
}

async function freezeTexts({ chair }: Gathering, count: number): Promise<string[]> {
  for (let nth = 0; nth < count; nth++) {
    const title = `Keputusan ${nth + 1}`;
    const wording = 'Pembangunan sekolah didahulukan.';
    await chair.do({ type: 'decision.draft', title, itemId: null, rule, electorate: 'person', wording });
  }
  const decisions = Object.keys(chair.meeting.decisions);
  for (const decisionId of decisions) await chair.do({ type: 'text.freeze', decisionId });
  return decisions;
}
