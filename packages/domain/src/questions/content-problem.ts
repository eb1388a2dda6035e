/** Why a question cannot be asked as it is written ([Q2] to [Q4] in SPEC.md); whether it may be asked now is open.ts. */
import { electionProblems } from '@mufakat/tally';
import type { Meeting } from '../meeting/state';
import type { RefusalCode } from '../refusals';
import type { ContentOf } from './content';
import { electionOf } from './election';

type Content = ContentOf<string>;

export function contentProblem(state: Meeting, content: Content): RefusalCode | null {
  return (
    placeProblem(state, content) ?? optionsProblem(content) ?? methodProblem(content) ?? timeProblem(content)
  );
}

/** [Q2] What it names exists: an adopted item, partners that are invited. */
function placeProblem({ agenda, plan }: Meeting, { itemId, options }: Content): RefusalCode | null {
  if (itemId !== null && !agenda.items.some((item) => item.id === itemId)) return 'item_unknown';
  const invited = options.every(
    ({ partnerId }) => partnerId === null || plan.partners.some((partner) => partner.id === partnerId),
  );
  return invited ? null : 'partner_not_invited';
}

/** [Q2] Options differ, in words and id; a cost is an amount of something. */
function optionsProblem({ options, money }: Content): RefusalCode | null {
  const texts = options.map(({ text }) => text.normalize('NFKC').toLocaleLowerCase('und'));
  const differ =
    new Set(texts).size === options.length && new Set(options.map(({ id }) => id)).size === options.length;
  if (!differ) return 'option_repeated';
  return money === null && options.some(({ cost }) => cost !== null) ? 'unit_needed' : null;
}

/** [Q3] The method can be counted with these figures and options, and binds only what it can. */
function methodProblem(content: Content): RefusalCode | null {
  const { method, options, force, secrecy, result } = content;
  const isCheck = method.method === 'temperature';
  if (options.length < (isCheck ? 1 : 2) || method.seats > options.length) return 'method_invalid';
  if (electionProblems(electionOf(content, null, [])).length > 0) return 'method_invalid';
  if (isCheck && force === 'binding') return 'method_invalid';
  return result === 'live' && !(isCheck && secrecy.kind === 'open') ? 'live_not_allowed' : null;
}

/** [Q4] What stays open after the meeting has an hour at which it closes. */
function timeProblem({ afterMeeting, deadline }: Content): RefusalCode | null {
  return afterMeeting === 'stays-open' && deadline === null ? 'deadline_needed' : null;
}
