// Words for coming in, and the side of those who let in, in English.
import type { door as source } from './door.id';

export const door: Record<keyof typeof source, string> = {
  'door.title': 'Welcome',
  'door.lead': 'No account, no password. Only the name you want to be called by.',
  'door.code': 'Meeting code',
  'door.codeHelp': 'Six letters, on the screen in the room or in your invitation.',
  'door.codeShort':
    '{missing, plural, one {# letter is} other {# letters are}} missing. The code has six, look at the screen in the room.',
  'door.codeChange': 'Change the code',
  'door.find': 'Continue',
  'door.startsAt': '{coalition}, starts {time}',
  'door.address': 'Form of address',
  'door.addressChoose': 'Choose',
  'door.addressIbu': 'Ibu (Ms)',
  'door.addressBapak': 'Bapak (Mr)',
  'door.addressKakak': 'Kakak (for the young)',
  'door.addressOther': 'Another title',
  'door.addressNone': 'None',
  'door.addressOwn': 'Title',
  'door.name': 'Name',
  'door.nameHelp': 'Written like this on the screen and on the attendance list.',
  'door.nameMissing': 'Write the name you want to be called by. It need not be your full name.',
  'door.partner': 'Here for partner',
  'door.partnerHelp':
    'The right to vote comes from the chair or a personal link, not from a name that is typed in.',
  'door.partnerNone': 'For no partner',
  'door.join': 'Join the meeting',
  'door.joining': 'Joining',
  'door.light': 'Weak signal? Light view',
  'door.hostQr': 'joining, the same as code {code}',
  'door.waiting': 'the meeting behind this code',
  'door.entering': 'the room',
  'door.linkTitle': 'Come in by your personal link',
  'door.linkWaiting': 'your seat',
  'door.linkCut': 'The link was cut off',
  'door.linkCutHelp':
    'Open the whole link from the message you were sent. When you copy it, copy it to the last letter.',
  'door.linkRefused': 'This link opens nothing',
  'door.linkRefusedHelp':
    'It may have been replaced by a new one. Ask the chair or a facilitator for another, or come in with the code on the screen in the room.',
};
