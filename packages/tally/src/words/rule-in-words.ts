/**
 * A decision rule in plain sentences, as the room sees it before a vote. "½ + 1" is said as what it is,
 * "more than half (21 of 41)". The same data says the same words in the server, the browser and the record.
 */
import { neededFor } from '../fraction';
import { assertNever } from '../majority';
import type { QuorumBy } from '../quorum';
import type { ChamberRule, DecisionRule, Majority, Quorum, Rung, Threshold } from '../rule';
import { en } from './en';
import { id } from './id';
import type { Phrases } from './phrases';

export type Lang = 'id' | 'en';
/** Names of chambers (and of options, for an approval) by id; an id without a name stands for itself. */
export type Names = Readonly<Record<string, string>>;
/** The bases as they stand now, so that "more than half" can be said as a number. */
export type RuleNumbers = { base?: number; quorumBase?: number };

export const phrasesIn: Record<Lang, Phrases> = { id, en };

export function nameOf(names: Names, key: string): string {
  return (Object.hasOwn(names, key) ? names[key] : undefined) ?? key;
}

/** Short sentences, the majority first. */
export function ruleInWords(
  rule: DecisionRule,
  rung: Rung,
  lang: Lang,
  names: Names,
  numbers: RuleNumbers = {},
): string[] {
  const say = phrasesIn[lang];
  return [
    ...rungSentences(say, rule, rung, names, numbers),
    ...(rule.conflicted === 'leave-the-base' ? [say.rule.conflicted] : []),
    ...(rule.expires === null ? [] : [say.rule.expires(rule.expires)]),
  ];
}

function rungSentences(
  say: Phrases,
  rule: DecisionRule,
  rung: Rung,
  names: Names,
  numbers: RuleNumbers,
): string[] {
  const by = rule.consent.silence === 'counts' ? 'staying' : 'answering';
  switch (rung) {
    case 'acclamation':
      return say.rule.acclamation;
    case 'consent':
      return [
        say.rule.consent,
        say.rule.silence[rule.consent.silence],
        ...quorumSentences(say, rule, rule.chambers, by, names, numbers),
      ];
    case 'qualified':
      return rule.qualified ? countSentences(say, rule, rule.qualified, names, numbers) : [];
    case 'vote':
      return countSentences(say, rule, rule, names, numbers);
    default:
      return assertNever(rung);
  }
}

function countSentences(
  say: Phrases,
  rule: DecisionRule,
  threshold: Threshold,
  names: Names,
  numbers: RuleNumbers,
): string[] {
  const { majority, supportFrom, chambers } = threshold;
  return [
    majoritySentence(say, majority, numbers),
    say.rule.effect[majority.base],
    ...(supportFrom > 0 ? [say.rule.support(supportFrom)] : []),
    ...chamberSentences(say, chambers, names),
    ...(chambers.length > 0 ? [say.rule.emptyChamber[rule.emptyChamber]] : []),
    ...quorumSentences(say, rule, chambers, 'signing', names, numbers),
    ...(isMoreThanHalf(majority) ? [say.rule.tie(rule.tie)] : []),
  ];
}

function majoritySentence(say: Phrases, majority: Majority, numbers: RuleNumbers): string {
  const { base, atLeast } = majority;
  if (base === 'yes+no' && isMoreThanHalf(majority)) return say.rule.simpleMajority;
  if (atLeast === '1/1') return base === 'yes+no' ? say.rule.noOneAgainst : say.rule.all(say.base[base]);
  return say.rule.majority(
    shareSaid(say, majority),
    say.base[base],
    numbersSaid(say, majority, numbers.base),
  );
}

function isMoreThanHalf({ atLeast, strict }: Majority): boolean {
  return atLeast === '1/2' && strict;
}

function numbersSaid(
  say: Phrases,
  { atLeast, strict }: { atLeast: string; strict: boolean },
  of?: number,
): string {
  return of === undefined ? '' : say.numbers(neededFor(of, atLeast, strict), of);
}

/** Chambers with the same majority share a sentence. */
function chamberSentences(say: Phrases, chambers: readonly ChamberRule[], names: Names): string[] {
  const alike = new Map<string, { ids: string[]; share: string; base: string }>();
  for (const { id, majority } of chambers) {
    const [share, base] = [shareSaid(say, majority), say.base[majority.base]];
    const group = alike.get(`${share} ${base}`) ?? { ids: [], share, base };
    alike.set(`${share} ${base}`, { ...group, ids: [...group.ids, nameOf(names, id)] });
  }
  return [...alike.values()].map(({ ids, share, base }) =>
    say.rule.eachChamber(say.rule.list(ids), share, base),
  );
}

function quorumSentences(
  say: Phrases,
  { quorum }: { quorum: Quorum | null },
  chambers: readonly ChamberRule[],
  by: QuorumBy,
  names: Names,
  numbers: RuleNumbers,
): string[] {
  return [
    ...(quorum ? wholeQuorumSentences(say, quorum, by, names, numbers) : []),
    ...chambers.flatMap(({ id, quorum: own }) =>
      own ? [say.rule.chamberQuorum(nameOf(names, id), quorumSaid(say, own, by))] : [],
    ),
  ];
}

function wholeQuorumSentences(
  say: Phrases,
  quorum: Quorum,
  by: QuorumBy,
  names: Names,
  numbers: RuleNumbers,
): string[] {
  const per = (quorum.per ?? []).map((id) => nameOf(names, id));
  return [
    say.rule.quorum(quorumSaid(say, quorum, by), numbersSaid(say, quorum, numbers.quorumBase)),
    ...(per.length > 0 ? [say.rule.quorumPer(say.rule.list(per))] : []),
    ...(quorum.ifNot.length > 0 ? [say.rule.ifNot(quorum.ifNot.map(say.rule.step).join('; '))] : []),
  ];
}

function quorumSaid(say: Phrases, quorum: Pick<Quorum, 'base' | 'atLeast' | 'strict'>, by: QuorumBy): string {
  return say.rule.quorumOf(shareSaid(say, quorum), quorum.base, by);
}

function shareSaid(say: Phrases, { atLeast, strict }: { atLeast: string; strict: boolean }): string {
  return atLeast === '0/1' || atLeast === '1/1' ? say.shareWhole[atLeast] : say.share(atLeast, strict);
}
