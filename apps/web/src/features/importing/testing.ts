/** A coalition and its meeting, and tables as spreadsheets write them. */
import {
  decideCoalition,
  decideMeeting,
  evolveCoalition,
  evolveMeeting,
  snapshotOf,
  unfounded,
  unplanned,
  type FoundedCoalition,
  type Meeting,
} from '@mufakat/domain';
import { at, id, idsFrom, planCommand, who } from '@mufakat/domain/testing';

export const bom = '\uFEFF';

/** Excel in Indonesian: semicolons, CRLF, a byte order mark, quotes where a cell has a semicolon or a quote. */
export const excelPeople =
  `${bom}Nama;Sapaan;Mitra;Peran;Hak suara\r\n` +
  `Ratna Wulandari;Ibu;Dinas Pendidikan;utusan resmi;ya\r\n` +
  `"Sari ""Upik"" Dewi";Ibu;ks;peserta;\r\n` +
  `خالد الحسن;;مؤسسة تعليم القرى;peninjau;tidak\r\n` +
  `\r\n` +
  `"Budi; Santoso";Bapak;Dinas Pertanian;raja;mungkin\r\n`;

export function coalitionOf(): FoundedCoalition {
  const partner = (name: string, mark: string) => ({
    name,
    mark,
    kind: 'community' as const,
    place: '',
    weight: 1,
    chamber: 0,
  });
  const decided = decideCoalition(
    unfounded,
    {
      type: 'coalition.found',
      name: 'Forum',
      form: 'forum',
      languages: ['id'],
      chambers: [
        { name: 'Warga', shape: 'circle' },
        { name: 'Usaha', shape: 'diamond' },
      ],
      partners: [
        partner('Dinas Pendidikan', 'DP'),
        partner('Komite Sekolah', 'KS'),
        partner('مؤسسة تعليم القرى', 'مت'),
      ],
      founder: { name: 'Ketua Forum', address: 'Ibu', partner: 0 },
    },
    { actor: { kind: 'door' }, now: at(0), newId: idsFrom(1), gathered: { streamId: id(1) } },
  );
  if (!decided.ok) throw new Error(decided.code);
  const state = decided.value.reduce(evolveCoalition, unfounded);
  if (state.status !== 'founded') throw new Error('not founded');
  return state;
}

/** Planned by the founder, who has its chair, with every partner invited. */
export function meetingOf(): Meeting {
  const coalition = coalitionOf();
  const { founder } = coalition;
  const invited = Object.keys(coalition.partners).map((partnerId) => ({ partnerId, heads: 2 }));
  const decided = decideMeeting(
    unplanned,
    { ...planCommand, startsAt: at(60), invited },
    {
      actor: { kind: 'person', personId: who.chair },
      now: at(0),
      newId: idsFrom(100),
      gathered: {
        streamId: id(2),
        coalition: snapshotOf(coalition),
        goals: [],
        planner: { name: 'Ketua Forum', address: 'Ibu', partnerId: founder.partnerId },
      },
    },
  );
  if (!decided.ok) throw new Error(decided.code);
  const state = decided.value.reduce(
    (so, event, seq) => evolveMeeting(so, event, { seq: seq + 1, at: at(0), by: who.chair }),
    unplanned,
  );
  if (state.status !== 'planned') throw new Error('not planned');
  return state;
}
