/** After the items: goals, what was not taken, corrections, signatures, versions before, and how to check it all. */
import type { MinutesGoal, MinutesPart, NotTaken, PaperSignature } from '@mufakat/domain';
import { headWords } from '@mufakat/record';
import { proposalList } from './decision-box';
import { courseBlocks } from './heading-blocks';
import { fingerprint, moment, partnerName, personName, said, type Page } from './page';
import type { Block, ListItem, Section, SignatureLine } from './sheet';

type Bare = Omit<Section, 'prose'>;

export function goalSection(page: Page): Bare[] {
  const { goals } = page.paper.facts;
  if (goals.length === 0) return [];
  const blocks = goals.map((goal) => goalBox(page, goal));
  return [{ key: 'goals', title: page.say.goals.title, part: null, blocks }];
}

function goalBox(page: Page, goal: MinutesGoal): Block {
  const { goals: say } = page.say;
  const at = (version: number) => goal.locked.find((one) => one.version === version)?.at;
  const clauses = (goal.text?.clauses ?? []).flatMap(({ words }, n) =>
    words.map(({ text, language }): Block => {
      const seal =
        words.length > 1 ? `${say.clause} ${n + 1} · ${language.toUpperCase()}` : `${say.clause} ${n + 1}`;
      return { kind: 'wording', canonical: text, seal };
    }),
  );
  const locked = goal.locked.map((one) => ({
    lead: null,
    text: say.earlier(one.version, moment(page, at(one.version) ?? one.at), fingerprint(one.hash)),
  }));
  const reopened = goal.reopenings.map(({ reason }) => ({
    lead: page.say.decision.reopened,
    text: said(page, reason),
  }));
  return {
    kind: 'box',
    of: 'goal',
    title: goal.title,
    blocks: [
      ...(goal.text ? clauses : [{ kind: 'text', tone: 'quiet', text: say.open } as const]),
      ...(locked.length + reopened.length > 0
        ? [{ kind: 'list', items: [...locked, ...reopened] } as const]
        : []),
      ...proposalList(page, goal.proposals),
    ],
  };
}

export function notTakenSection(page: Page): Bare {
  const { notTaken: say } = page.say;
  const items = page.paper.facts.notTaken.map((one): ListItem => ({ lead: one.title, text: why(page, one) }));
  const blocks: Block[] =
    items.length > 0 ? [{ kind: 'list', items }] : [{ kind: 'text', tone: 'quiet', text: say.none }];
  return { key: 'not-taken', title: say.title, part: null, blocks };
}

function why(page: Page, one: NotTaken): string {
  const { notTaken: say } = page.say;
  if (one.kind !== 'decision') return say[one.kind];
  if (one.why === 'pending') return say.pending;
  const reason = said(page, one.reason);
  return reason === '' ? say[one.why] : `${say[one.why]}: ${reason}`;
}

export function correctionSection(page: Page): Bare[] {
  const { corrections } = page.paper;
  const { corrections: say } = page.say;
  if (corrections.length === 0) return [];
  const items = corrections.map(({ part, text, by, outcome }): ListItem => ({
    lead: `${personName(page, by)}, ${say.on(partName(page, part))}, ${say.outcome[outcome]}`,
    text: said(page, text),
  }));
  return [{ key: 'corrections', title: say.title, part: null, blocks: [{ kind: 'list', items }] }];
}

function partName(page: Page, part: MinutesPart | null): string {
  const { parts, whole } = page.say;
  if (part === null) return whole;
  if (part === 'opening' || part === 'closing') return parts[part];
  return page.paper.facts.items.find(({ id }) => id === part)?.title ?? whole;
}

export function signatureSection(page: Page): Bare {
  const { signatures, missing, status, earlier } = page.paper;
  const { signatures: say } = page.say;
  const asked = missing.map(({ as, person }): SignatureLine => ({
    as: say.as[as],
    name: personName(page, person),
    partner: '',
    signed: null,
  }));
  const given = signatures.map((one) => signatureLine(page, one));
  const blocks: Block[] =
    status === 'draft'
      ? [{ kind: 'text', tone: 'quiet', text: say.draft }]
      : [{ kind: 'signatures', rows: [...given, ...asked] }];
  const older = earlier.flatMap((version): Block[] => [
    {
      kind: 'text',
      tone: 'plain',
      text: `${say.earlier(version.version, moment(page, version.at))}: ${said(page, version.reopened.reason)}`,
    },
    ...(version.signatures.length > 0 ? [voidSignatures(page, version.signatures)] : []),
  ]);
  return { key: 'signatures', title: say.title, part: null, blocks: [...blocks, ...older] };
}

function signatureLine(page: Page, { as, at, person, partnerId }: PaperSignature): SignatureLine {
  const { signatures: say } = page.say;
  return {
    as: say.as[as],
    name: personName(page, person),
    partner: partnerName(page, partnerId),
    signed: say.signed(moment(page, at)),
  };
}

function voidSignatures(page: Page, signatures: readonly PaperSignature[]): Block {
  const { signatures: say } = page.say;
  const names = signatures.map(({ as, person, at }) =>
    say.of(say.as[as], personName(page, person), moment(page, at)),
  );
  return { kind: 'list', items: [{ lead: say.void, text: names.join('; ') }] };
}

/** What happened after the locking, which the locked text does not tell. */
export function sinceSection(page: Page): Bare[] {
  const { since } = page.paper;
  if (since.length === 0) return [];
  return [{ key: 'since', title: page.say.course.since, part: null, blocks: courseBlocks(page, since) }];
}

export function chainSection(page: Page): Bare {
  const { locked } = page.paper;
  const { chain: say } = page.say;
  const head: Block[] = locked
    ? [
        { kind: 'text', tone: 'quiet', text: say.of(locked.upTo) },
        { kind: 'text', tone: 'strong', text: headWords(locked.head).join(' · ') },
      ]
    : [];
  const quiet = (text: string): Block => ({ kind: 'text', tone: 'quiet', text });
  return { key: 'chain', title: say.title, part: null, blocks: [...head, quiet(say.help), quiet(say.paper)] };
}
