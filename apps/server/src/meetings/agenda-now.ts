/** The agenda as it stands: what was adopted, else what its document says. Papers stay with the meeting that they were for. */
import { textOf } from '@mufakat/domain';
import type { AgendaItemBody } from '@mufakat/protocol';
import type { MeetingDocuments } from './meeting-documents';
import type { MeetingRoom } from './meeting-room';

export async function agendaNow(
  { id, state }: Pick<MeetingRoom, 'id' | 'state'>,
  documents: Pick<MeetingDocuments, 'agenda'>,
): Promise<AgendaItemBody[]> {
  const items =
    !state || state.agenda.version === 0
      ? await documents.agenda(id)
      : state.agenda.items.map((item) => ({ ...item, presenter: textOf(item.presenter) ?? '' }));
  return items.map(({ papers: _, ...item }) => item);
}
