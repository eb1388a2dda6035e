import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readKept } from './kept-plan';
import type { PlanDraft } from './plan-draft';

const fresh: PlanDraft = {
  start: 'working',
  title: 'Rapat Kerja',
  date: '2026-12-01',
  time: '09:00',
  zone: 'Asia/Jakarta',
  place: '',
  callUrl: '',
  language: 'id',
  invited: [
    { partnerId: 'a', ticked: true, heads: '2' },
    { partnerId: 'b', ticked: true, heads: '2' },
  ],
  preset: 'working',
  electorate: 'person',
};
const commandId = 'AAAAAAAAAAAAAAAAAAAAAA';
const own: PlanDraft = {
  ...fresh,
  start: 'review',
  title: 'Evaluasi',
  zone: 'Asia/Makassar',
  place: 'Balai desa',
  callUrl: 'meet.jit.si/forum',
  invited: [{ partnerId: 'a', ticked: false, heads: '12' }],
  electorate: 'partner',
};

it('gives back what was kept, with the command’s id; partners that came since are as in a fresh draft', () => {
  const kept = readKept(JSON.stringify({ commandId, draft: own }), fresh);
  expect(kept).toEqual({ commandId, draft: { ...own, invited: [own.invited[0], fresh.invited[1]] } });
});

it('leaves out what does not fit', () => {
  const odd = { ...own, start: 'party', zone: 'Mars/Base', preset: 7, language: 'xx', invited: 'all' };
  expect(readKept(JSON.stringify({ commandId, draft: odd }), fresh)?.draft).toMatchObject({
    start: 'working',
    zone: 'Asia/Jakarta',
    preset: 'working',
    language: 'id',
    invited: fresh.invited,
    title: 'Evaluasi',
  });
  for (const text of [undefined, '', '{', 'null', '[]', '{"draft":{}}', `{"commandId":"x","draft":{}}`])
    expect(readKept(text, fresh)).toBeUndefined();
});

it('never throws, whatever was kept', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      const kept = readKept(`{"commandId":"${commandId}","draft":${json}}`, fresh);
      expect(kept === undefined || kept.draft.invited.length === 2).toBe(true);
    }),
  );
});
