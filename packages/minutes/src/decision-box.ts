/** One decision: its wording, each count with rule and result in words, what stays beside it, and its outcome. */
import type { MinutesCount, MinutesDecision, MinutesProposal, Remark } from '@mufakat/domain';
import { partnerVoteInWords, ruleInWords, tallyInWords } from '@mufakat/tally';
import { chamberNames, fingerprint, moment, partnerName, said, type Page } from './page';
import type { Block, ListItem } from './sheet';

export function decisionBox(page: Page, decision: MinutesDecision): Block {
  return {
    kind: 'box',
    of: 'decision',
    title: decision.title,
    blocks: [
      ...outcome(page, decision),
      wording(page, decision),
      ...decision.counts.flatMap((count, at) => [
        countBox(page, decision, count),
        ...descentAfter(page, decision, at),
      ]),
      ...quorumSteps(page, decision),
      ...conflictLines(page, decision),
      ...reasons(page, decision),
      ...proposalList(page, decision.proposals),
    ],
  };
}

function outcome(page: Page, { outcome: end }: MinutesDecision): Block[] {
  const { decision: say, rungs } = page.say;
  const strong = (text: string): Block => ({ kind: 'text', tone: 'strong', text });
  switch (end.status) {
    case 'pending':
      return [strong(`${say.outcome.pending}.`)];
    case 'void':
      return [strong(`${say.outcome.void}, ${moment(page, end.at)}: ${said(page, end.reason)}`)];
    default: {
      const statement = said(page, end.statement);
      return [
        strong(`${say.outcome[end.status]} ${say.onRung(rungs[end.rung])}, ${moment(page, end.at)}.`),
        ...(statement === '' ? [] : [{ kind: 'text', tone: 'plain', text: statement } as const]),
      ];
    }
  }
}

function wording(page: Page, { text }: MinutesDecision): Block {
  const { decision: say } = page.say;
  if (text.status === 'open') return { kind: 'text', tone: 'quiet', text: say.open(text.version) };
  const seal = say.seal(text.version, moment(page, text.at), fingerprint(text.hash));
  return { kind: 'wording', canonical: text.text, seal };
}

function countBox(page: Page, decision: MinutesDecision, count: MinutesCount): Block {
  const { decision: say, rungs } = page.say;
  const older = count.textVersion === decision.text.version ? '' : `, ${say.olderText(count.textVersion)}`;
  const silent = count.rung === 'acclamation' && !count.counted;
  return {
    kind: 'box',
    of: 'count',
    title: `${say.round(rungs[count.rung], count.round)}, ${moment(page, count.closedAt)}${older}`,
    blocks: [
      ...(count.voided
        ? [
            {
              kind: 'text',
              tone: 'strong',
              text: `${say.voided}: ${said(page, count.voided.reason)}`,
            } as const,
          ]
        : []),
      { kind: 'list', items: countLines(page, count, silent) },
      ...remarks(page, count.remarks),
    ],
  };
}

function countLines(page: Page, count: MinutesCount, silent: boolean): ListItem[] {
  const { decision: say } = page.say;
  const names = chamberNames(page);
  const rule = [
    ...ruleInWords(count.rule, count.rung, page.language, names),
    ...(count.partnerVote ? [partnerVoteInWords(count.partnerVote, page.language)] : []),
  ].join(' ');
  const result = resultInWords(page, count.tally);
  return [
    { lead: say.rule, text: rule },
    { lead: say.result, text: silent ? `${say.silence} ${result}` : result },
    { lead: null, text: say.base(count) },
    ...(count.lot ? [{ lead: say.lot, text: say.seed(count.lot.seed, count.lot.hash) }] : []),
  ];
}

function resultInWords(page: Page, tally: MinutesCount['tally']): string {
  return tallyInWords(tally, page.language, chamberNames(page)).join(' ');
}

function remarks(page: Page, all: readonly Remark[]): Block[] {
  if (all.length === 0) return [];
  const { decision: say } = page.say;
  const items = all.map(({ answer, partnerId, words, acceptableIf, until }): ListItem => {
    const who = partnerId === null ? say.viaSecretary : partnerName(page, partnerId);
    const more = [
      said(page, words),
      ...(acceptableIf ? [`${say.acceptableIf}: ${said(page, acceptableIf)}`] : []),
      ...(until === null ? [] : [`${say.until} ${until}`]),
    ].filter(Boolean);
    return { lead: `${say.remark[answer]} (${who})`, text: more.join('; ') };
  });
  return [
    { kind: 'text', tone: 'quiet', text: say.remarks },
    { kind: 'list', items },
  ];
}

/**
 * Where the room went down the ladder after this count, and why. Descents are in order, and each follows the last count
 * of its rung on one text: so the n-th such count is followed by the n-th descent.
 */
function descentAfter(page: Page, { descents, counts, text: wording }: MinutesDecision, at: number): Block[] {
  const { decision: say, rungs } = page.say;
  const lastOnes = counts.flatMap((_, n) => (endsRung(counts, n, wording.version) ? [n] : []));
  const descent = descents[lastOnes.indexOf(at)];
  if (!descent || descent.from !== counts[at]?.rung) return [];
  const text = `${say.descended(rungs[descent.from], rungs[descent.to])}: ${said(page, descent.reason)}`;
  return [{ kind: 'text', tone: 'plain', text }];
}

function endsRung(counts: readonly MinutesCount[], at: number, version: number): boolean {
  const [one, next] = [counts[at], counts[at + 1]];
  if (!one) return false;
  return next ? next.textVersion === one.textVersion && next.rung !== one.rung : one.textVersion === version;
}

function quorumSteps(page: Page, { quorumSteps: steps }: MinutesDecision): Block[] {
  const { quorum } = page.say.decision;
  return steps.map(({ step, until, at }) => ({
    kind: 'text',
    tone: 'plain',
    text: step === 'proceed' ? quorum.proceed : quorum[step](moment(page, until ?? at)),
  }));
}

function conflictLines(page: Page, { conflicts }: MinutesDecision): Block[] {
  const { decision: say } = page.say;
  return conflicts.map(({ person, reason, noted }) => {
    const why = said(page, reason);
    const text = say.conflict[noted ? 'noted' : 'declared'](said(page, person.name));
    return { kind: 'text', tone: 'plain', text: why === '' ? `${text}.` : `${text}: ${why}` };
  });
}

function reasons(page: Page, { reopenings }: MinutesDecision): Block[] {
  const { reopened } = page.say.decision;
  return reopenings.map((reason) => ({
    kind: 'text',
    tone: 'plain',
    text: `${reopened}: ${said(page, reason)}`,
  }));
}

export function proposalList(page: Page, proposals: readonly MinutesProposal[]): Block[] {
  if (proposals.length === 0) return [];
  const items = proposals.map(({ text, partnerId }) => ({
    lead: partnerName(page, partnerId) || null,
    text: said(page, text),
  }));
  return [
    { kind: 'text', tone: 'quiet', text: page.say.decision.proposals },
    { kind: 'list', items },
  ];
}
