// What is missing or wrong in a coalition that is being filled in, each with the field that it stands beside.
import { named, type CoalitionDraft, type PartnerDraft } from './coalition-draft';
import { markKey } from './suggest-mark';

export type ProblemCode =
  | 'nameMissing'
  | 'chamberUnnamed'
  | 'chamberTwin'
  | 'partnersMissing'
  | 'partnerTwin'
  | 'markMissing'
  | 'markTwin'
  | 'kindMissing'
  | 'chamberMissing'
  | 'founderMissing';

export interface Problem {
  readonly code: ProblemCode;
  /** Name of the field that it stands beside. */
  readonly field: string;
  /** What the row is called, where it has a name. */
  readonly name: string;
}

/** Seen at once, also while others are still empty. */
const seenAtOnce: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['chamberTwin', 'partnerTwin', 'markTwin']);

export const isSeenAtOnce = ({ code }: Problem): boolean => seenAtOnce.has(code);

export function problemsOf(draft: CoalitionDraft): Problem[] {
  const problems: Problem[] = [];
  const say = (code: ProblemCode, field: string, name = ''): void =>
    void problems.push({ code, field, name });
  if (draft.name.trim() === '') say('nameMissing', 'name');
  if (draft.grouped) {
    for (const chamber of draft.chambers) {
      if (chamber.name.trim() === '') say('chamberUnnamed', `chamber-${chamber.key}`);
      else if (isTwin(chamber, draft.chambers, 'name'))
        say('chamberTwin', `chamber-${chamber.key}`, chamber.name);
    }
  }
  const partners = named(draft.partners);
  const [row] = draft.partners;
  if (partners.length === 0) say('partnersMissing', row ? `partner-${row.key}-name` : 'add-partner');
  for (const one of partners) {
    const field = `partner-${one.key}`;
    if (isTwin(one, partners, 'name')) say('partnerTwin', `${field}-name`, one.name);
    if (one.mark.trim() === '') say('markMissing', `${field}-mark`, one.name);
    else if (isTwin(one, partners, 'mark')) say('markTwin', `${field}-mark`, one.name);
    if (one.kind === '') say('kindMissing', `${field}-kind`, one.name);
    if (needsChamber(draft, one)) say('chamberMissing', `${field}-chamber`, one.name);
  }
  if (draft.founder.name.trim() === '') say('founderMissing', 'founder-name');
  return problems;
}

function needsChamber({ grouped, chambers }: CoalitionDraft, { chamber }: PartnerDraft): boolean {
  return grouped && chambers.length > 0 && !chambers.some((one) => one.key === chamber);
}

/** The later of two is told, so that the one that stood first is left alone. */
function isTwin<Field extends string, Row extends { key: string } & Record<Field, string>>(
  row: Row,
  rows: readonly Row[],
  field: Field,
): boolean {
  const before = rows.slice(
    0,
    rows.findIndex((one) => one.key === row.key),
  );
  return before.some((one) => markKey(one[field]) === markKey(row[field]));
}
