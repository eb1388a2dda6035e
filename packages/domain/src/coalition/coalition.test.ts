import { describe, expect, test } from 'vitest';
import type { Context } from '../context';
import { limits } from '../limits';
import { founding, id, idsFrom } from '../testing';
import { coalitionCommandSchema, type CoalitionCommand } from './commands';
import { decideCoalition } from './decide';
import { coalitionEventSchema, type Partner } from './events';
import { evolveCoalition, unfounded, type CoalitionState, type FoundedCoalition } from './evolve';
import { snapshotOf } from './views';

function context(first: number): Context {
  return {
    actor: { kind: 'person', personId: id(1) },
    now: 0,
    newId: idsFrom(first),
    gathered: { streamId: id(1) },
  };
}

function run(state: CoalitionState, command: CoalitionCommand, first = 100): CoalitionState | string {
  const result = decideCoalition(state, coalitionCommandSchema.parse(command), context(first));
  if (!result.ok) return result.code;
  return result.value.map((event) => coalitionEventSchema.parse(event)).reduce(evolveCoalition, state);
}

function founded(): FoundedCoalition {
  const state = run(unfounded, founding);
  if (typeof state === 'string' || state.status !== 'founded') throw new Error('not founded');
  return state;
}

function chamberAt(index: number): string {
  return founded().chamberSets[0]?.chambers[index]?.id ?? '';
}

const add = {
  type: 'partner.add' as const,
  name: 'Koperasi',
  mark: 'KL',
  kind: 'business' as const,
  place: 'Aur',
  weight: 1,
};

describe('a coalition', () => {
  test('[C1] is founded once, and nothing is done in it before', () => {
    expect(founded()).toMatchObject({ form: 'forum', founder: { address: { text: 'Ibu' } } });
    expect(run(founded(), founding)).toBe('already_planned');
    expect(run(unfounded, { ...add, chamber: null })).toBe('not_found');
  });

  test('[C2] has no two partners of one name', () => {
    const [first, second] = founding.partners;
    const twins = [first!, { ...second!, name: 'DINAS' }];
    expect(run(unfounded, { ...founding, partners: twins })).toBe('partner_name_taken');
    expect(run(founded(), { ...add, name: ' dinas ', chamber: chamberAt(0) })).toBe('partner_name_taken');
  });

  test('[C3] has no two partners of one mark', () => {
    const [first, second] = founding.partners;
    expect(run(unfounded, { ...founding, partners: [first!, { ...second!, mark: 'dp' }] })).toBe(
      'mark_taken',
    );
    expect(run(founded(), { ...add, mark: 'wh', chamber: chamberAt(0) })).toBe('mark_taken');
  });

  test('[C4] has each partner in a chamber that exists, where there are chambers', () => {
    const [first, second] = founding.partners;
    const withChamber = (chamber: number | null) => ({
      ...founding,
      partners: [first!, { ...second!, chamber }],
    });
    expect(run(unfounded, withChamber(2))).toBe('chamber_unknown');
    expect(run(unfounded, withChamber(null))).toBe('chamber_needed');
    expect(run(founded(), { ...add, chamber: id(5) })).toBe('chamber_unknown');
    expect(run(founded(), { ...add, chamber: null })).toBe('chamber_needed');
    const bare = {
      ...founding,
      chambers: [],
      partners: founding.partners.map((one) => ({ ...one, chamber: null })),
    };
    expect(run(unfounded, bare)).toMatchObject({ chamberSets: [] });
    const bareState = run(unfounded, bare);
    if (typeof bareState === 'string') throw new Error(bareState);
    expect(run(bareState, { ...add, chamber: null })).toMatchObject({ status: 'founded' });
  });

  test('[C5] names only partners that exist', () => {
    const founder = { ...founding.founder, partner: 2 };
    expect(run(unfounded, { ...founding, founder })).toBe('partner_unknown');
    const { type: _, ...draft } = add;
    const change = { ...draft, type: 'partner.change' as const, partnerId: id(5), chamber: chamberAt(0) };
    expect(run(founded(), change)).toBe('partner_unknown');
  });

  test('[C6] has room for so many partners', () => {
    const one = Object.values(founded().partners)[0]!;
    const many = Array.from({ length: limits.partners }, (_, n): [string, Partner] => [
      id(5000 + n),
      { ...one, id: id(5000 + n) },
    ]);
    const full: FoundedCoalition = { ...founded(), partners: Object.fromEntries(many) };
    expect(run(full, { ...add, chamber: chamberAt(0) })).toBe('too_many_partners');
  });

  test('[C7] changes a partner and keeps its id, its colour and the words of a name that stays', () => {
    const before = Object.values(founded().partners)[0]!;
    const { type: _, ...draft } = add;
    const change = {
      ...draft,
      type: 'partner.change' as const,
      partnerId: before.id,
      chamber: before.chamber,
    };
    const renamed = run(founded(), change, 900) as FoundedCoalition;
    expect(renamed.partners[before.id]).toMatchObject({ colour: before.colour, name: { text: 'Koperasi' } });
    const kept = run(founded(), { ...change, name: 'Dinas' }, 900) as FoundedCoalition;
    expect(kept.partners[before.id]?.name).toEqual(before.name);
    expect(kept.partners[before.id]?.mark).toBe('KL');
    expect(snapshotOf(kept).partners.map((partner) => partner.id)).toContain(before.id);
  });

  test('[C8] lets a partner go, and makes room for its name and mark', () => {
    const before = Object.values(founded().partners)[0]!;
    const remove = { type: 'partner.remove' as const, partnerId: before.id };
    const result = decideCoalition(founded(), remove, context(900));
    expect(result).toEqual({
      ok: true,
      value: [{ type: 'partner.removed', partnerId: before.id, wordsIds: [] }],
    });
    const after = run(founded(), remove) as FoundedCoalition;
    expect(Object.keys(after.partners)).not.toContain(before.id);
    expect(run(after, remove)).toBe('partner_unknown');
    const { type: _, ...draft } = add;
    const change = { ...draft, type: 'partner.change' as const, partnerId: before.id, chamber: chamberAt(0) };
    expect(run(after, change)).toBe('partner_unknown');
    expect(run(after, { ...add, name: 'Dinas', mark: 'DP', chamber: chamberAt(0) }, 900)).toMatchObject({
      status: 'founded',
    });
  });

  test('[C8] erases the names that a single person had as a partner', () => {
    const person = { ...add, name: 'Pak Hasan', kind: 'individual' as const, chamber: chamberAt(1) };
    const added = run(founded(), person, 900) as FoundedCoalition;
    const partnerId = Object.keys(added.partners).at(-1)!;
    const { type: _, ...draft } = person;
    const change = { ...draft, type: 'partner.change' as const, partnerId };
    const renamed = run(added, { ...change, name: 'Haji Hasan' }, 910) as FoundedCoalition;
    const again = run(renamed, { ...change, name: 'Haji Hasan', place: 'Hulu' }, 920) as FoundedCoalition;
    const names = [renamed, added].map((state) => state.partners[partnerId]!.name.id);
    const result = decideCoalition(again, { type: 'partner.remove', partnerId }, context(930));
    expect(result).toEqual({ ok: true, value: [{ type: 'partner.removed', partnerId, wordsIds: names }] });
    expect(run(again, { type: 'partner.remove', partnerId })).toMatchObject({ formerNames: {} });
  });

  test('[C9] changes what it says of itself, and keeps the words of a name that stays', () => {
    const secretariat = Object.keys(founded().partners)[0]!;
    const same = {
      type: 'coalition.change' as const,
      name: founding.name,
      form: founding.form,
      languages: founding.languages,
      secretariat: null,
      retentionMonths: null,
    };
    expect(run(founded(), same)).toBe('nothing_changes');
    const changes = [
      { name: 'Sekolah Hulu' },
      { form: 'koalisi' as const },
      { languages: ['en' as const] },
      { secretariat },
      { retentionMonths: 24 },
    ];
    for (const { name, ...other } of changes.map((change) => ({ name: founding.name, ...change }))) {
      expect(run(founded(), { ...same, name, ...other }, 900)).toMatchObject({
        name: { text: name },
        ...other,
      });
    }
    const kept = run(founded(), { ...same, languages: ['en', 'en'] }, 900) as FoundedCoalition;
    expect([kept.name, kept.languages]).toEqual([founded().name, ['en']]);
    expect(run(founded(), { ...same, secretariat: id(5) })).toBe('partner_unknown');
    expect(run(unfounded, same)).toBe('not_found');
  });

  test('[C9] has no secretariat any more when that partner goes', () => {
    const [secretariat, other] = Object.keys(founded().partners) as [string, string];
    const without = (state: CoalitionState, partnerId: string) =>
      run(state, { type: 'partner.remove', partnerId });
    const state: FoundedCoalition = { ...founded(), secretariat };
    expect(without(state, secretariat)).toMatchObject({ secretariat: null });
    expect(without(state, other)).toMatchObject({ secretariat });
  });
});
