// Words for the goal statement, in English.
import type { goal as source } from './goal.id';

export const goal: Record<keyof typeof source, string> = {
  'goal.clauses': 'Clauses of the goal',
  'goal.clause': 'Clause {number}',
  'goal.place': 'Clause {number}, {language}',
  'goal.language': 'Language shown first',
  'goal.empty': 'No clauses yet',
  'goal.emptyHelp': 'One clause, one thing to reach together: what, for whom, by when.',
  'goal.emptyRead': 'What is written together appears here.',
  'goal.addFirst': 'Write the first clause',
  'goal.add': 'Add a clause',
  'goal.added': 'Clause {number} added',
  'goal.hint': 'What, for whom, by when',
  'goal.unwritten': 'Not written in {language} yet.',
  'goal.write': 'Write clause {number}, {language}',
  'goal.up': 'Move clause {number} up',
  'goal.down': 'Move clause {number} down',
  'goal.remove': 'Remove clause {number}',
  'goal.removed': 'Clause {number} was removed.',
  'goal.movedTo': 'Now clause {number}',
  'goal.redo': 'Redo',
  'goal.writesIn': '{name}, clause {number}',
  'goal.freeze': 'Lock the text',
  'goal.freezeHelp': 'Once locked, its words no longer change. To change them makes a new version.',
  'goal.notYet':
    '{more, plural, =0 {Not yet, this is not written: {place}.} one {Not yet, this is not written: {place}, and # other part.} other {Not yet, this is not written: {place}, and # other parts.}}',
  'goal.lockedAt': 'Text, version {version}, locked {time}',
  'goal.reopen': 'Open the text again …',
  'goal.reopenHelp': 'The locked text is kept. What is opened becomes the draft of version {next}.',
  'goal.reopenReason': 'What has to change',
  'goal.reopenNow': 'Open as a new version',
};
