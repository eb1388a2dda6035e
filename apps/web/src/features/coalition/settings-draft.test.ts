import { coalitionCommandSchema, type FoundedCoalition } from '@mufakat/domain';
import { expect, it } from 'vitest';
import { changeOf, settingsOf, settingsProblems, withLanguage } from './settings-draft';

const coalition: FoundedCoalition = {
  status: 'founded',
  coalitionId: 'c'.repeat(22),
  name: { id: 'n'.repeat(22), text: 'Sekolah Terpencil' },
  form: 'forum',
  languages: ['en', 'id'],
  chamberSets: [],
  partners: {},
  formerNames: {},
  founder: {
    personId: 'p'.repeat(22),
    name: { id: 'f'.repeat(22), text: 'Ratna' },
    address: { id: 'a'.repeat(22), text: 'Ibu' },
    partnerId: null,
    linkId: 'l'.repeat(22),
  },
  secretariat: null,
  retentionMonths: null,
};

it('comes to no command while nothing differs, whatever the order of languages and blanks around the name', () => {
  const draft = settingsOf(coalition);
  expect(changeOf(draft, coalition)).toBeUndefined();
  const there = { ...draft, languages: withLanguage(draft, 'en', false) };
  expect(there.languages).toEqual(['id']);
  const back = { ...there, languages: withLanguage(there, 'en', true), name: ' Sekolah Terpencil ' };
  expect(changeOf(back, coalition)).toBeUndefined();
});

it('comes to a command that the domain takes', () => {
  const draft = {
    ...settingsOf(coalition),
    name: ' Sekolah Dekat ',
    keep: 'months' as const,
    months: ' 36 ',
  };
  const change = changeOf(draft, coalition);
  expect(change).toMatchObject({ name: 'Sekolah Dekat', secretariat: null, retentionMonths: 36 });
  expect(coalitionCommandSchema.safeParse(change).success).toBe(true);
});

it('forgets the months where meetings are kept until they are deleted', () => {
  const limited = { ...coalition, retentionMonths: 12 };
  const draft = { ...settingsOf(limited), keep: 'until-deleted' as const, months: '' };
  expect(settingsProblems(draft)).toEqual([]);
  expect(changeOf(draft, limited)).toMatchObject({ retentionMonths: null });
});

it.each(['', '0', '121', '1.5', '-3', 'x'])('takes no months like "%s"', (months) => {
  expect(settingsProblems({ ...settingsOf(coalition), keep: 'months', months })).toEqual(['months']);
});

it('asks for a name and a language', () => {
  const draft = { ...settingsOf(coalition), name: ' ', languages: [] };
  expect(settingsProblems(draft)).toEqual(['name', 'languages']);
});
