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
});
