// Words for pieces of the interface that know no meeting, in English.
import type { ui as source } from './ui.id';

export const ui: Record<keyof typeof source, string> = {
  'ui.close': 'Close',
  'ui.cancel': 'Not yet',
  'ui.back': 'Back',
  'ui.undo': 'Undo',
  'ui.undone': 'It is as it was.',
  'ui.copy': 'Copy',
  'ui.copied': 'Copied.',
  'ui.copyByHand': 'Could not copy by itself. The text is selected, press and hold to copy it.',
  'ui.optional': 'optional',
  'ui.tableBehind': 'The table behind the picture',
  'ui.rowLabel': 'Name',
  'ui.rowValue': 'Value',
  'ui.rowBefore': 'Before',
  'ui.waitingFor': 'Waiting for: {what}',
  'ui.seenByAll': 'Everyone sees this',
  'ui.seenBySome': 'Only {who} can see this',
  'ui.timeLeft': '{time} left',
  'ui.timeLow': 'Nearly over, {time} left',
  'ui.timeOver': '{time} over',
  'ui.timeSpent': '{time} so far',
  'ui.spanSeconds': '{seconds, plural, one {# second} other {# seconds}}',
  'ui.spanMinutes':
    '{minutes, plural, one {# minute} other {# minutes}} {seconds, plural, one {# second} other {# seconds}}',
  'ui.spanHours':
    '{hours, plural, one {# hour} other {# hours}} {minutes, plural, one {# minute} other {# minutes}}',
  'ui.qr': 'QR code for {what}',
  'ui.keys': 'Keyboard shortcuts',
  'ui.keysOff': 'Use shortcuts',
  'ui.notices': 'Notices',
  'ui.whenPlanned': '{here} (host’s time {planned})',
};
