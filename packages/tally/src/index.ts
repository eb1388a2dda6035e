/**
 * The count: every voting method and decision rule of the house, pure and exact. Used by the server, the
 * browser, the command line and the offline verifier, which must all come to the same result.
 *
 * Invariants: no dependency, no clock, no randomness, no floating point. The result does not depend on
 * the order of ballots or options. Broken input (a voter who is not on the roll, two ballots of one voter)
 * is a programmer's error and throws RangeError.
 */
export * from './rule';
export * from './electorate';
export * from './result';
export {
  compareShare,
  meetsShare,
  neededFor,
  parseShare,
  readShare,
  shareOf,
  type Fraction,
} from './fraction';
export { ruleProblems, ruleProblemCodes, type RuleProblem } from './rule-problems';
export { presetRules, type PresetName } from './preset-rules';
export { tallyVote, type VoteInput } from './tally-vote';
export { breakTie } from './break-tie';
export { partnerBallots, remainderOrder, type Member, type PartnerVote } from './partner-votes';
export { partnerVoteInWords } from './words/partner-vote-in-words';
export { hasLapsed } from './expiry';
export { yesOrNoByLot } from './lot';
export { tallyConsent, type ConsentAnswer, type ConsentInput } from './tally-consent';
export { tallyApproval, type ApprovalBallot, type ApprovalInput } from './tally-approval';
export * from './methods/election';
export * from './methods/method-result';
export { tallyElection } from './methods/tally-election';
export { electionProblems, problemCodes, type ElectionProblem, type ProblemCode } from './methods/problems';
export type { OnProgress } from './methods/papers';
export { ruleInWords, type Lang, type Names, type RuleNumbers } from './words/rule-in-words';
export { tallyInWords } from './words/tally-in-words';
export { fileLimits, type ElectionFile, type FileBallots } from './files/election-file';
export { fileProblemCodes, type FileProblem, type FileProblemCode } from './files/file-problem';
export { readElection, type ElectionFormat, type ElectionReading } from './files/read-election';
export { type CsvCells } from './files/read-csv';
export { writeBlt, writeCsv, writeJson } from './files/write-election';
export { fileProblemInWords } from './words/file-problem-in-words';
export { electionInWords, methodInWords } from './words/election-in-words';
export type { ElectionNames } from './words/election-names';
export {
  countProblemCodes,
  electionOfFile,
  type Countable,
  type CountProblem,
  type CountProblemCode,
  type CountWishes,
} from './files/election-of-file';
