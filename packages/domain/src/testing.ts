/**
 * For tests only: `given(…).when(…).then(…)`, a typical coalition and meeting, generators of commands.
 *
 * Not exported from index.ts; tests/ and other packages' tests import `@mufakat/domain/testing`. No test framework in
 * here, so that this file compiles without Node's types like everything else beside it.
 */
export { actorFrom, anyIntent, commandFrom, ballotFrom, type Intent } from './testing/intents';
export {
  agenda,
  asking,
  at,
  ballot,
  chambers,
  closed,
  coalition,
  counted,
  counting,
  decisionId,
  drafted,
  everyone,
  gathered,
  founding,
  frozen,
  frozenGoal,
  frozenProse,
  frozenText,
  goalDrafted,
  goalFrozen,
  goalId,
  id,
  idsFrom,
  lot,
  minutesFrozen,
  minutesReopened,
  minutesSigned,
  opened,
  partners,
  planCommand,
  planned,
  pollId,
  pollOpened,
  ruleWith,
  seated,
  voting,
  who,
} from './testing/fixtures';
export {
  content,
  drawLot,
  hashRoll,
  marks,
  option,
  personRoll,
  questionDrafted,
  questionId,
  questionOpened,
  rollOfMany,
  someChoice,
  worded,
} from './testing/questions';
export { fold, foldFrom, fromJson, given, hashBox, type Entry } from './testing/minutes';
