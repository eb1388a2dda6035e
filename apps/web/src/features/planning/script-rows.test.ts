import { kindMethods, templates } from '@mufakat/domain';
import { expect, it } from 'vitest';
import { scriptRows } from './script-rows';

const item = (title: string, kind: 'decision' | 'break', minutes: number) => ({
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  title,
  kind,
  minutes,
  presenter: '',
  papers: [],
});

it('runs by the clock from the planned start, with the method of a template or of the kind', () => {
  const start = Date.parse('2026-12-01T02:00:00Z');
  const rows = scriptRows(
    start,
    [item('Putuskan', 'decision', 10), item('Jeda', 'break', 15), item('Decide', 'decision', 5)],
    'id',
  );
  expect(rows.map(({ at }) => (at - start) / 60_000)).toEqual([0, 10, 25]);
  const decide = templates.emergency.items[3];
  expect(rows[0]).toMatchObject({ method: decide?.method.id, output: decide?.output.id });
  expect(rows[1]).toMatchObject({ method: kindMethods.break.id, output: '' });
  expect(rows[2]?.method).toBe(decide?.method.id);
});
