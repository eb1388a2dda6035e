/** The agenda as it stands: what was adopted, else what its document says. */
import { textOf } from '@mufakat/domain';
import type { AgendaItemBody } from '@mufakat/protocol';
import type { MeetingDocuments } from './meeting-documents';
import type { MeetingRoom } from './meeting-room';

export async function agendaNow(
  { id, state }: Pick<MeetingRoom, 'id' | 'state'>,
  documents: Pick<MeetingDocuments, 'agenda'>,
): Promise<AgendaItemBody[]> {
  if (!state || state.agenda.version === 0) return [...(await documents.agenda(id))];
  return state.agenda.items.map((item) => ({ ...item, presenter: textOf(item.presenter) ?? '' }));
}
