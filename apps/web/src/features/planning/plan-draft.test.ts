import {
  decideCoalition,
  evolveCoalition,
  meetingCommandSchema,
  unfounded,
  type FoundedCoalition,
} from '@mufakat/domain';
import { ruleProblems, type PresetName } from '@mufakat/tally';
import { expect, it } from 'vitest';
import {
  countInvited,
  invitedChambers,
  newPlan,
  noticeFor,
  planCommand,
  planProblems,
  presetOrder,
  ruleOf,
  speakIn,
  startFrom,
} from './plan-draft';

const now = Date.parse('2026-11-24T02:00:00Z');
let count = 0;
const newId = (): string => String(++count).padStart(22, '0');

function coalition(chambers: number): FoundedCoalition {
  const names = ['Pemerintah', 'Warga', 'Usaha'].slice(0, chambers);
  const decided = decideCoalition(
    unfounded,
    {
      type: 'coalition.found',
      name: 'Forum',
      form: 'forum',
      languages: ['id'],
      chambers: names.map((name) => ({ name, shape: 'square' as const })),
      partners: ['A', 'B', 'C'].map((name, at) => ({
        name,
        mark: name,
        kind: 'community' as const,
        place: '',
        weight: 1,
        chamber: chambers > 0 ? at % chambers : null,
      })),
      founder: { name: 'Sari', address: 'Ibu', partner: 0 },
    },
    { actor: { kind: 'door' }, now, newId, gathered: { streamId: newId() } },
  );
  if (!decided.ok) throw new Error(decided.code);
  const state = decided.value.reduce(evolveCoalition, unfounded);
  if (state.status !== 'founded') throw new Error('not founded');
  return state;
}

it('plans what the server reads, for every preset, with and without unsur', () => {
  for (const chambers of [0, 1, 3]) {
    const whole = coalition(chambers);
    const draft = { ...newPlan(whole, 'Asia/Jakarta', 'id', now), title: 'Rapat Kerja' };
    expect(planProblems(draft, now)).toEqual([]);
    for (const preset of presetOrder) {
      const command = planCommand({ ...draft, preset }, whole);
      expect(meetingCommandSchema.parse(command)).toEqual(command);
      const ids = (whole.chamberSets[0]?.chambers ?? []).map(({ id }) => id);
      expect(ruleProblems(command.rule, ids)).toEqual([]);
      expect(command.startsAt).toBe(Date.parse('2026-12-01T02:00:00Z'));
    }
  }
});

it('offers every preset', () => {
  const all: Record<PresetName, true> = {
    founding: true,
    working: true,
    priorities: true,
    change: true,
    emergency: true,
  };
  expect([...presetOrder].sort()).toEqual(Object.keys(all).sort());
});

it('asks no support from an unsur that is not invited', () => {
  const whole = coalition(3);
  const draft = newPlan(whole, 'Asia/Jakarta', 'id', now);
  draft.invited.slice(1).forEach((one) => (one.ticked = false));
  expect(invitedChambers(draft, whole)).toHaveLength(1);
  expect(ruleOf(draft, whole).supportFrom).toBe(1);
  expect(ruleOf({ ...draft, preset: 'founding' }, whole).chambers).toHaveLength(1);
});

it('counts who is invited and tells what is missing', () => {
  const draft = newPlan(coalition(0), 'Asia/Jakarta', 'id', now);
  draft.invited[0]!.heads = '12';
  draft.invited[1]!.ticked = false;
  expect(countInvited(draft)).toEqual({ partners: 2, people: 14 });
  draft.invited[2]!.heads = '0';
  draft.invited[1]!.heads = 'x';
  draft.title = ' ';
  draft.date = '2026-11-20';
  const { partnerId } = draft.invited[2]!;
  expect(planProblems(draft, now).map(({ code, field }) => [code, field])).toEqual([
    ['nameMissing', 'title'],
    ['whenPast', 'date'],
    ['headsInvalid', `heads-${partnerId}`],
  ]);
  draft.date = '';
  draft.invited.forEach((one) => (one.ticked = false));
  expect(planProblems(draft, now).map(({ code }) => code)).toEqual([
    'nameMissing',
    'whenMissing',
    'invitedNone',
  ]);
});

it('takes name, date and rule from what it starts from, and leaves what was written by hand', () => {
  const fresh = newPlan(coalition(0), 'Asia/Jakarta', 'id', now);
  expect(fresh).toMatchObject({ title: 'Rapat Kerja', date: '2026-12-01', preset: 'working' });
  const founding = startFrom(fresh, 'founding', now);
  expect(founding).toMatchObject({
    title: 'Musyawarah Pembentukan',
    date: '2026-12-08',
    preset: 'founding',
  });
  expect(speakIn(founding, 'en').title).toBe('Founding meeting');
  const own = startFrom({ ...founding, title: 'Rembuk sungai', date: '2026-12-30' }, 'review', now);
  expect(own).toMatchObject({ title: 'Rembuk sungai', date: '2026-12-30', preset: 'change' });
  expect(startFrom(own, 'empty', now)).toMatchObject({ title: 'Rembuk sungai', preset: 'change' });
  expect(startFrom(fresh, 'empty', now).title).toBe('');
});

it('says until when to invite, and when that has passed', () => {
  const fresh = newPlan(coalition(0), 'Asia/Jakarta', 'id', now);
  expect(noticeFor(fresh, now)).toEqual({ days: 7, by: now, late: false });
  expect(noticeFor({ ...fresh, date: '2026-11-27' }, now)).toMatchObject({ late: true });
  expect(noticeFor({ ...fresh, start: 'empty' }, now)).toBeUndefined();
  expect(noticeFor({ ...fresh, date: '' }, now)).toBeUndefined();
});
