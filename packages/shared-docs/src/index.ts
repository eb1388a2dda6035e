/** SHAPE OF THE YJS DOCUMENTS: the only place that knows their key names. Pure of sockets, storage and pages. */
export {
  addItem,
  agendaItemKinds,
  agendaItems,
  changeItem,
  editing,
  moveItem,
  readAgenda,
  removeItem,
  seedAgenda,
  titleOf,
  type AgendaItemKind,
  type SharedAgendaItem,
} from './agenda-doc';
export {
  documentKinds,
  documentName,
  parseDocumentName,
  type DocumentKind,
  type DocumentName,
} from './document-name';
export { freezeWording, type FrozenText } from './freeze';
export { readWording, wordingFragment } from './wording-doc';
