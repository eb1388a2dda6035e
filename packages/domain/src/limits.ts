/**
 * Sizes that rules and schemas share. Lengths are UTF-16 code units, as `String.length` counts them.
 */
export const limits = {
  nameLength: 120,
  titleLength: 200,
  reasonLength: 2000,
  wordingLength: 64 * 1024,
  partners: 200,
  retentionMonths: 120,
  chambers: 12,
  agendaItems: 300,
  /** Links to background papers of one agenda item. */
  papersPerItem: 20,
  goals: 20,
  goalClauses: 60,
  /** Questions of one meeting, drafts and those withdrawn among them. */
  questions: 300,
  /** Options of one question. */
  options: 60,
  /** The largest figure on a ballot, and in a method. */
  figure: 10_000,
  /** UTF-16 units of a secret ballot's choice as JSON with its padding: more than the longest choice has. */
  secretChoiceLength: 1024,
  /** How far ahead a deadline may lie when a question is opened, milliseconds. */
  questionOpenMs: 30 * 24 * 60 * 60_000,
  placeLength: 200,
  peopleInMeeting: 5000,
  itemMinutes: 600,
  /** Opening and closing are capped, so that speeches do not eat the meeting (practice.md, 3a). */
  openingMinutes: 30,
  closingMinutes: 30,
  doorHours: 24 * 14,
  /** How long before its start a meeting that is not open yet takes signatures on its attendance list, milliseconds. */
  signBeforeMs: 3 * 60 * 60_000,
  /** People let in by one command. */
  admittedAtOnce: 200,
  /** How long the lines of all chairs must be gone before the chair may be taken, milliseconds. */
  chairAwayMs: 60_000,
  /** How long a proposed change of the agenda must stand unopposed before the chair may adopt it, milliseconds. */
  agendaStandsMs: 60_000,
  /** How long after its close a meeting may be opened again, milliseconds. */
  reopenWithinMs: 60 * 60_000,
  /** Of all prose in the minutes together. */
  minutesLength: 256 * 1024,
  /** Corrections to the minutes that a meeting takes. */
  corrections: 300,
  /** How long after the close minutes may be locked, milliseconds. */
  minutesWithinMs: 7 * 24 * 60 * 60_000,
} as const;
