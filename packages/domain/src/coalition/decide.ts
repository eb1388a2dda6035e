/**
 * Rules of a coalition (SPEC.md, C1 to C9): unique names and marks, chambers that exist, one chamber a partner.
 * Who may try is access's matter: the founder and those who hold the coalition's link.
 */
import { needed, type Context } from '../context';
import { limits } from '../limits';
import { assertNever, ok, refused, type Result } from '../result';
import type { RefusalCode } from '../refusals';
import { textOf } from '../words';
import type { CoalitionCommand, CoalitionFound } from './commands';
import type { CoalitionEvent, Partner } from './events';
import type { CoalitionState, FoundedCoalition } from './evolve';

export function decideCoalition(
  state: CoalitionState,
  command: CoalitionCommand,
  context: Context,
): Result<CoalitionEvent[]> {
  if (command.type === 'coalition.found') {
    return state.status === 'founded' ? refused('already_planned') : found(command, context);
  }
  if (state.status === 'unfounded') return refused('not_found');
  switch (command.type) {
    case 'partner.add':
      return addPartner(state, command, context);
    case 'partner.change':
      return changePartner(state, command, context);
    case 'partner.remove':
      return removePartner(state, command.partnerId);
    case 'coalition.change':
      return change(state, command, context);
    default:
      return assertNever(command);
  }
}

function found(command: CoalitionFound, context: Context): Result<CoalitionEvent[]> {
  const problem = partnersProblem(command);
  if (problem) return refused(problem);
  const chambers = command.chambers.map((chamber) => ({ id: context.newId(), ...chamber }));
  const partners = command.partners.map((draft, index): Partner => ({
    id: context.newId(),
    name: { id: context.newId(), text: draft.name },
    mark: draft.mark,
    kind: draft.kind,
    place: draft.place,
    colour: (index % 8) + 1,
    chamber: draft.chamber === null ? null : (chambers[draft.chamber]?.id ?? null),
    weight: draft.weight,
  }));
  const { founder } = command;
  return ok([
    {
      type: 'coalition.founded',
      coalitionId: needed(context, 'streamId'),
      name: { id: context.newId(), text: command.name },
      form: command.form,
      languages: command.languages,
      chamberSets: chambers.length ? [{ id: context.newId(), name: 'unsur', chambers }] : [],
      partners,
      founder: {
        personId: context.newId(),
        name: { id: context.newId(), text: founder.name },
        address: { id: context.newId(), text: founder.address },
        partnerId: founder.partner === null ? null : (partners[founder.partner]?.id ?? null),
        linkId: context.newId(),
      },
    },
  ]);
}

function partnersProblem(command: CoalitionFound): RefusalCode | null {
  const { partners, chambers, founder } = command;
  if (hasTwins(partners.map((one) => one.name))) return 'partner_name_taken';
  if (hasTwins(partners.map((one) => one.mark))) return 'mark_taken';
  if (partners.some((one) => one.chamber !== null && one.chamber >= chambers.length))
    return 'chamber_unknown';
  if (chambers.length > 0 && partners.some((one) => one.chamber === null)) return 'chamber_needed';
  if (founder.partner !== null && founder.partner >= partners.length) return 'partner_unknown';
  return null;
}

function addPartner(
  state: FoundedCoalition,
  command: Extract<CoalitionCommand, { type: 'partner.add' }>,
  context: Context,
): Result<CoalitionEvent[]> {
  const others = Object.values(state.partners);
  if (others.length >= limits.partners) return refused('too_many_partners');
  const problem = partnerProblem(state, others, command);
  if (problem) return refused(problem);
  const { type: _, name, ...rest } = command;
  const partner: Partner = {
    ...rest,
    id: context.newId(),
    name: { id: context.newId(), text: name },
    colour: freeColour(others),
  };
  return ok([{ type: 'partner.added', partner }]);
}

function changePartner(
  state: FoundedCoalition,
  command: Extract<CoalitionCommand, { type: 'partner.change' }>,
  context: Context,
): Result<CoalitionEvent[]> {
  const before = state.partners[command.partnerId];
  if (!before) return refused('partner_unknown');
  const others = Object.values(state.partners).filter((one) => one.id !== before.id);
  const problem = partnerProblem(state, others, command);
  if (problem) return refused(problem);
  const { type: _, partnerId: id, name, ...rest } = command;
  const words = textOf(before.name) === name ? before.name : { id: context.newId(), text: name };
  return ok([{ type: 'partner.changed', partner: { ...rest, id, name: words, colour: before.colour } }]);
}

/** [C8] A partner that leaves keeps its place in the records of meetings that were; a single person's name goes. */
function removePartner(state: FoundedCoalition, partnerId: string): Result<CoalitionEvent[]> {
  const partner = state.partners[partnerId];
  if (!partner) return refused('partner_unknown');
  const names = [partner.name.id, ...(state.formerNames[partnerId] ?? [])];
  const wordsIds = partner.kind === 'individual' ? names : [];
  return ok([{ type: 'partner.removed', partnerId, wordsIds }]);
}

/** [C9] What a coalition says of itself is changed at any time; its secretariat is one of its partners. */
function change(
  state: FoundedCoalition,
  command: Extract<CoalitionCommand, { type: 'coalition.change' }>,
  context: Context,
): Result<CoalitionEvent[]> {
  const { secretariat, form, retentionMonths } = command;
  if (secretariat !== null && !state.partners[secretariat]) return refused('partner_unknown');
  const languages = [...new Set(command.languages)];
  const name = textOf(state.name) === command.name ? state.name : { id: context.newId(), text: command.name };
  const same =
    name === state.name &&
    form === state.form &&
    languages.join() === state.languages.join() &&
    secretariat === state.secretariat &&
    retentionMonths === state.retentionMonths;
  if (same) return refused('nothing_changes');
  return ok([{ type: 'coalition.changed', name, form, languages, secretariat, retentionMonths }]);
}

function partnerProblem(
  state: FoundedCoalition,
  others: readonly Partner[],
  draft: { name: string; mark: string; chamber: string | null },
): RefusalCode | null {
  if (others.some((one) => same(textOf(one.name) ?? '', draft.name))) return 'partner_name_taken';
  if (others.some((one) => same(one.mark, draft.mark))) return 'mark_taken';
  const chambers = state.chamberSets[0]?.chambers ?? [];
  if (draft.chamber === null) return chambers.length > 0 ? 'chamber_needed' : null;
  return chambers.some((one) => one.id === draft.chamber) ? null : 'chamber_unknown';
}

function same(a: string, b: string): boolean {
  return a.normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase();
}

function hasTwins(names: readonly string[]): boolean {
  return names.some((name, index) => names.slice(0, index).some((earlier) => same(earlier, name)));
}

/** The colour that fewest of the others have, the first of them. */
function freeColour(others: readonly Partner[]): number {
  const uses = Array.from(
    { length: 8 },
    (_, index) => others.filter((one) => one.colour === index + 1).length,
  );
  return uses.indexOf(Math.min(...uses)) + 1;
}
