/** SHAPE OF THE YJS DOCUMENTS: the only place that knows their key names. Pure of sockets, storage and pages. */
export {
  addItem,
  AgendaReader,
  agendaItemKinds,
  agendaItems,
  changeItem,
  moveItem,
  readAgenda,
  removeItem,
  seedAgenda,
  setPaper,
  titleOf,
  type AgendaItemKind,
  type NewAgendaItem,
  type SharedAgendaItem,
} from './agenda-doc';
export { authorRuns, sharesIn, type AuthorRun } from './authorship';
export {
  documentKinds,
  documentName,
  parseDocumentName,
  type DocumentKind,
  type DocumentName,
} from './document-name';
export { editing } from './editing';
export {
  freezeGoal,
  freezeMinutes,
  freezeWording,
  type FrozenGoal,
  type FrozenText,
  type FrozenWords,
} from './freeze';
export {
  addClause,
  clauseText,
  clausesOf as goalClauses,
  goalLanguages,
  maxClauses,
  moveClause,
  readGoal,
  removeClause,
  type GoalLanguage,
} from './goal-doc';
export { minutesPart, notesOf } from './meeting-texts';
export { restoreFragment, restoreGoal } from './restore';
export { readRichText } from './rich-text';
export { seedRichText } from './seed-rich-text';
export { TextReader } from './text-reader';
export { readWording, seedWording, wordingFragment } from './wording-doc';
