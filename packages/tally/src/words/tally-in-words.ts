/**
 * A result in plain sentences: what came out, the numbers, the quorum, and each reason why not. It says
 * what was counted; what the meeting makes of it is for the meeting to say.
 */
import { assertNever } from '../majority';
import type {
  Answer,
  ApprovalTally,
  Choice,
  ConsentTally,
  QuorumCheck,
  Reason,
  Tally,
  VoteTally,
} from '../result';
import { nameOf, phrasesIn, type Lang, type Names } from './rule-in-words';
import type { Phrases } from './phrases';

/** Short sentences, the result first. */
export function tallyInWords(tally: Tally, lang: Lang, names: Names): string[] {
  const say = phrasesIn[lang];
  switch (tally.method) {
    case 'yes-no-abstain':
      return voteSentences(say, tally, names);
    case 'consent':
      return consentSentences(say, tally, names);
    case 'approval':
      return approvalSentences(say, tally, names);
    default:
      return assertNever(tally);
  }
}

const alwaysSaid: readonly Choice[] = ['yes', 'no', 'abstain'];
const saidWhereAny: readonly Choice[] = ['blank', 'invalid'];
const answers: readonly Answer[] = ['agree', 'agree-with-note', 'not-yet', 'object'];

function voteSentences(say: Phrases, tally: VoteTally, names: Names): string[] {
  const { counts, majority, quorum, outcome, tie } = tally;
  const said = [...alwaysSaid, ...saidWhereAny.filter((choice) => counts[choice] > 0)];
  return [
    `${say.tally.outcome[outcome]}: ${said.map((choice) => `${counts[choice]} ${say.tally.choice[choice]}`).join(', ')}.`,
    say.tally.rung[tally.rung],
    ...(majority.of > 0
      ? [say.tally.majority(majority.need, majority.of, say.base[majority.base], majority.yes)]
      : []),
    ...quorumSentence(say, quorum),
    ...reasonSentences(say, tally.reasons, names),
    ...(tie ? [say.tally.tie[tie.state]] : []),
    ...(counts.left > 0 ? [say.tally.left(counts.left)] : []),
  ];
}

function consentSentences(say: Phrases, tally: ConsentTally, names: Names): string[] {
  const { counts, quorum, outcome } = tally;
  const numbers = [
    ...answers.map((answer) => `${counts[answer]} ${say.tally.answer[answer]}`),
    ...(counts.silent > 0 ? [`${counts.silent} ${say.tally.silent}`] : []),
  ];
  return [
    `${say.tally.consent[outcome]}: ${numbers.join(', ')}.`,
    say.tally.rung.consent,
    ...quorumSentence(say, quorum),
    ...reasonSentences(say, tally.reasons, names),
  ];
}

/** The quorum's own sentence says already that it was missed. */
function reasonSentences(say: Phrases, reasons: readonly Reason[], names: Names): string[] {
  return reasons
    .filter(({ code }) => code !== 'no_quorum')
    .map(({ code, chamber }) => say.tally.reason[code](chamber === null ? '' : nameOf(names, chamber)));
}

function quorumSentence(say: Phrases, quorum: QuorumCheck | null): string[] {
  return quorum ? [say.tally.quorum(quorum.met, quorum.have, quorum.of, quorum.need)] : [];
}

function approvalSentences(say: Phrases, tally: ApprovalTally, names: Names): string[] {
  const { elected, tie, rows, counts, blockVoting } = tally;
  const list = (options: readonly string[]): string =>
    say.rule.list(options.map((option) => nameOf(names, option)));
  return [
    elected.length > 0 ? say.tally.elected(list(elected)) : say.tally.nobodyElected,
    ...(tie ? [say.tally.approvalTie(list(tie.options), tie.seats)] : []),
    say.tally.ballots(counts.ballots),
    ...rows.map(({ option, approvals }) =>
      say.tally.option(nameOf(names, option), approvals, counts.ballots),
    ),
    ...(blockVoting ? [say.tally.blockVoting] : []),
  ];
}
