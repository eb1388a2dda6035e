// For translators: words for pieces of the interface that know no meeting.
import type { ui as source } from './ui.id';

export const ui: Record<keyof typeof source, string> = {
  'ui.close': 'Button that closes a dialog or a notice',
  'ui.cancel': 'Button that leaves a question open without doing anything; in Indonesian softer than "Batal"',
  'ui.back': 'Button, one step back',
  'ui.undo': 'Button in a notice just after something was done',
  'ui.undone': 'Said by screen readers after Undo',
  'ui.copy': 'Button beside a code or link',
  'ui.copied': 'Said and shown after copying',
  'ui.copyByHand': 'Shown where the browser does not let the page copy',
  'ui.optional': 'After the name of a field that may stay empty, in brackets',
  'ui.tableBehind': 'Opens the table with the numbers of a chart',
  'ui.rowLabel': 'Head of the first column in the table of a chart',
  'ui.rowValue': 'Head of the number column in the table of a chart',
  'ui.rowBefore': 'Head of the column with the round before in the table of a chart',
  'ui.waitingFor': 'Shown when something takes longer than a moment. what: what is waited for, a noun phrase',
  'ui.seenByAll': 'Below the title of a region that the whole meeting sees',
  'ui.seenBySome': 'On a region for some. who: the role in lower case, such as "fasilitator"',
  'ui.timeLeft': 'For screen readers on the timer ring. time: a span in words',
  'ui.timeLow': 'For screen readers on the timer ring in its last tenth',
  'ui.timeOver': 'For screen readers on the timer ring after the end',
  'ui.timeSpent': 'For screen readers on a ring that counts up, such as the time somebody has spoken',
  'ui.spanSeconds': 'A span below a minute, in words',
  'ui.spanMinutes': 'A span of minutes, in words',
  'ui.spanHours': 'A span of hours, in words',
  'ui.qr':
    'For screen readers on a QR code. what: what the code opens, such as "masuk, sama dengan kode K7M 2QX"',
  'ui.keys': 'Title of the sheet that lists the keys',
  'ui.keysOff': 'Checkbox in the sheet of keys; off means that single letters do nothing',
  'ui.notices': 'Name of the region of short notices, for screen readers',
  'ui.whenPlanned':
    'A moment in the zone of this device, then in that of the host. here: day and time; planned: time, with a short day where it is another day',
};
