import { templateNames, templates } from '@mufakat/domain';
import { planBody, plannedItems } from '@mufakat/protocol';
import { expect, it } from 'vitest';
import { isTemplateTitle, itemsOf, lastMeeting, noticeOf, planStarts, presetOf, titleOf } from './plan-start';

const id = 'AAAAAAAAAAAAAAAAAAAAAA';
const old = { id, title: 'Rumah guru', kind: 'decision', minutes: 30, presenter: 'Ibu Ratna' } as const;

it('brings items that a plan may hold, in the language of the meeting', () => {
  for (const start of planStarts)
    for (const language of ['id', 'en'] as const) {
      const items = itemsOf(start, language, [old]).map((item) => ({ ...item, id }));
      expect(planBody.shape.agenda.parse(items)).toEqual(items);
    }
  expect(itemsOf('working', 'en', [])[0]?.title).toBe(templates.working.items[0]?.title.en);
  expect(itemsOf('last', 'en', [old])).toEqual([
    { title: 'Rumah guru', kind: 'decision', minutes: 30, presenter: 'Ibu Ratna' },
  ]);
  expect(itemsOf('empty', 'id', [old])).toEqual([]);
});

it('takes no more of a long agenda than a plan may hold', () => {
  expect(
    itemsOf(
      'last',
      'id',
      Array.from({ length: 90 }, () => old),
    ),
  ).toHaveLength(plannedItems);
});

it('knows name, notice and rule of a template, and nothing of what is written by hand', () => {
  for (const name of templateNames) {
    expect(isTemplateTitle(titleOf(name, 'id'))).toBe(true);
    expect(isTemplateTitle(titleOf(name, 'en'))).toBe(true);
    expect(presetOf(name)).toBe(templates[name].preset);
  }
  expect(isTemplateTitle('Rapat Kerja Desember')).toBe(false);
  expect([titleOf('empty', 'id'), noticeOf('last'), presetOf('empty')]).toEqual(['', undefined, undefined]);
});

it('goes on from the latest meeting that is over', () => {
  const row = (title: string, startsAt: number, phase: string) => ({
    id,
    title,
    kind: 'working' as const,
    place: '',
    startsAt,
    timeZone: 'Asia/Jakarta',
    phase,
  });
  const rows = [row('A', 1, 'closed'), row('B', 3, 'planned'), row('C', 2, 'closed')];
  expect(lastMeeting(rows)?.title).toBe('C');
  expect(lastMeeting([row('D', 1, 'planned'), row('E', 2, 'lobby')])?.title).toBe('E');
  expect(lastMeeting([])).toBeUndefined();
});
