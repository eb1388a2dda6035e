/**
 * What the host is told before a secret question is opened: where so few vote that a choice may be guessed. What would
 * give ballots away for sure is refused (open.ts); the rest is the host's to weigh.
 */
import type { Meeting } from '../meeting/state';
import type { QuestionContent } from './content';
import { rollNow } from './roll';

/** Fewer are not told apart from each other, and from the sum, by who knows some of them. */
export const fewest = 5;

/** `blocks`: it cannot be opened so. `voters` is how many there are. */
export type SecrecyWarning =
  | { code: 'few_voters'; voters: number; blocks: false }
  | { code: 'few_in_weight'; weight: number; voters: number; blocks: true }
  | { code: 'few_in_chamber'; chamber: string | null; voters: number; blocks: false };

/** [Q6] For the roll as it would be frozen now; empty for an open question. */
export function secrecyWarnings(state: Meeting, content: QuestionContent): SecrecyWarning[] {
  const { secrecy } = content;
  if (secrecy.kind === 'open') return [];
  const roll = rollNow(state, content);
  const few: SecrecyWarning[] =
    roll.length < fewest ? [{ code: 'few_voters', voters: roll.length, blocks: false }] : [];
  const weights = tooFew(roll.map(({ weight }) => weight));
  const chambers = secrecy.breakdown === 'chamber' ? tooFew(roll.map(({ chamber }) => chamber)) : [];
  const distinct = new Set(roll.map(({ weight }) => weight)).size > 1;
  return [
    ...few,
    ...(distinct
      ? weights.map(([weight, voters]) => ({
          code: 'few_in_weight' as const,
          weight,
          voters,
          blocks: true as const,
        }))
      : []),
    ...chambers.map(([chamber, voters]) => ({
      code: 'few_in_chamber' as const,
      chamber,
      voters,
      blocks: false as const,
    })),
  ];
}

/** Groups under `fewest`, with how many are in each. */
function tooFew<T>(groups: readonly T[]): [T, number][] {
  const sizes = new Map<T, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes].filter(([, size]) => size < fewest);
}
