/** RULES of Mufakat: pure functions of state, command and context. See SPEC.md for the numbered rules. */
export { sameItems } from './agenda/decide';
export type { AgendaItem } from './agenda/events';
export { templateNames, templates, type TemplateName } from './agenda/templates';
export { kindMethods, type MeetingTemplate, type Said, type TemplateItem } from './agenda/templates/template';
export { agendaWritersHere, nextItem, previousItem, remainingMs } from './agenda/views';
export { ById } from './by-id';
export {
  chamberShapes,
  coalitionCommandSchema,
  coalitionForms,
  partnerKinds,
  type CoalitionCommand,
  type CoalitionFound,
} from './coalition/commands';
export { decideCoalition } from './coalition/decide';
export { coalitionEventSchema, type CoalitionEvent, type Partner } from './coalition/events';
export { evolveCoalition, unfounded, type CoalitionState, type FoundedCoalition } from './coalition/evolve';
export { snapshotOf } from './coalition/views';
export {
  itemKinds,
  type Actor,
  type AgendaItemDraft,
  type ChamberShape,
  type CoalitionSnapshot,
  type Context,
  type Gathered,
  type ItemKind,
  type StoredBallot,
} from './context';
export { decideMeeting } from './decide-meeting';
export { decisionRuleSchema } from './decision-rule';
export {
  isWordingOpen,
  lackedQuorum,
  lastPoll,
  nextQuorumStep,
  nextRung,
  openPoll,
  ruleInForce,
} from './decisions/views';
export { decideBallot } from './decide-ballot';
export {
  keepsDocumentRights,
  mayReadDocuments,
  whyNotWriteAgenda,
  whyNotWriteGoal,
  whyNotWriteMinutes,
  whyNotWriteNotes,
  whyNotWriteWording,
} from './document-rights';
export type { Envelope } from './envelope';
export { evolveMeeting } from './evolve-meeting';
export { goalLanguages, type GoalLanguage } from './goals/languages';
export type { GoalClause } from './goals/schemas';
export { isGoalOpen, latestGoals } from './goals/views';
export { httpUrlSchema, idSchema, type Id } from './ids';
export { limits } from './limits';
export { meetingCommandSchema, type MeetingCommand } from './meeting-commands';
export { meetingEventSchema, type MeetingEvent } from './meeting-events';
export { electorates, meetingKinds, pauseKinds, type MeetingKind } from './meeting/commands';
export type { CarriedGoal, InvitedPartner } from './meeting/events';
export {
  unplanned,
  type Agenda,
  type AgendaProposal,
  type Correction,
  type Decision,
  type DecisionText,
  type Door,
  type Goal,
  type GoalText,
  type LockedMinutes,
  type Meeting,
  type MeetingState,
  type MinutesText,
  type Moment,
  type Outcome,
  type Person,
  type Phase,
  type Poll,
  type RunningItem,
  type Stage,
  type VoidedCount,
} from './meeting/state';
export type * from './minutes/facts';
export { minutesOf } from './minutes/minutes-of';
export {
  paperOf,
  type EarlierVersion,
  type MinutesPaper,
  type PaperCorrection,
  type PaperSignature,
} from './minutes/paper';
export { capacities, type Capacity } from './minutes/capacities';
export type { MinutesPart } from './minutes/schemas';
export {
  isSigned,
  lockedMinutes,
  maySignAs,
  minutesParts,
  minutesStand,
  minutesVersion,
  stillToSign,
} from './minutes/views';
export {
  attended,
  chairs,
  chamberOf,
  isChair,
  isListOpen,
  isVoter,
  mayDo,
  seatedPerson,
} from './people/views';
export { waitingView, type WaitingView } from './people/waiting';
export {
  commandRights,
  hasRight,
  permissions,
  rights,
  rightsOf,
  roles,
  type MeetingCommandType,
  type Right,
  type Role,
} from './permissions';
export { isAsking, voiceOf } from './polls/ballot';
export { ballotSchema, choiceSchema } from './polls/ballot-schema';
export {
  answers,
  voteChoices,
  type Answer,
  type AnyChoice,
  type Ballot,
  type Choice,
  type ConsentChoice,
} from './polls/choices';
export { electorateAt, publishedBallots, tallyOf, type PublishedBallot } from './polls/count';
export type { Remark } from './polls/events';
export { castersIn } from './polls/casters-in';
export { isPollOpen } from './polls/views';
export { revoteFrom, tiedTwice, waitingTie } from './ties/views';
export { ballotKind, choiceProblems, paddingOf } from './questions/choice';
export { questionVoice } from './questions/ballot';
export type {
  OptionsChoice,
  QuestionContent,
  QuestionElectorate,
  QuestionMethod,
  QuestionOption,
  Secrecy,
} from './questions/content';
export {
  publishedVoices,
  stepsSoFar,
  tallyQuestion,
  voicesOf,
  type PublishedVoice,
  type Voice,
} from './questions/count';
export {
  methodSchema,
  optionsChoiceSchema,
  plainContentSchema,
  type PlainContent,
} from './questions/schemas';
export type { Opening, Question, QuestionCount, QuestionStage } from './questions/state';
export { boxOf, isQuestionOpen, openBoxes, openingOf, type PollBox } from './questions/views';
export { secrecyWarnings, type SecrecyWarning } from './questions/warnings';
export { refusalCodes, type RefusalCode } from './refusals';
export { assert, assertNever, ok, refused, type Refused, type Result } from './result';
export { eventVersion, upcast } from './upcast';
export { changesSightOf, isSeenByAll, isVisibleTo, mayChangeSight, type Viewer } from './visibility';
export { eraseWords, textOf, wordsIn, type Words } from './words';
export { wordsSchema } from './words-schema';
