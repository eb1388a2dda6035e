// Words for the front page, in English.
import type { landing as source } from './landing.id';

export const landing: Record<keyof typeof source, string> = {
  'landing.title': 'Deliberate until you agree',
  'landing.lead':
    'One room where partners write the agenda, draft the wording, look for agreement, decide, and go home with the record.',
  'landing.code': 'Meeting code',
  'landing.codeHelp': 'Six letters, on the screen in the room or in your invitation.',
  'landing.enter': 'Come in',
  'landing.create': 'Prepare a new meeting',
  'landing.demo': 'See an example',
  'landing.free': 'No account, no trackers, no ads.',
  'landing.exhibit': 'This is how a wording is agreed: its words are locked, the partners sit around it.',
  'landing.exhibitTitle': 'Mufakat',
  'landing.exhibitSub': 'Agreed together, without objection.',
  'landing.exhibitWording': 'Every class in the 24 remote schools has its teacher in every lesson.',
  'landing.exhibitSeal': 'Wording 4, locked at 11:34',
  'landing.tenets': 'How a meeting goes',
  'landing.tenet1': 'Written together',
  'landing.tenet1Text': 'Agenda and wording are written together, and it shows who is writing.',
  'landing.tenet2': 'Rules come first',
  'landing.tenet2Text': 'How to decide is fixed, and can be read, before anyone is asked.',
  'landing.tenet3': 'Agreement first',
  'landing.tenet3Text': 'A vote only when views can no longer be brought together.',
  'landing.tenet4': 'On record, open to checking',
  'landing.tenet4Text': 'The record holds the decision and the differing notes. Anyone can check it.',
  'landing.places': 'Your meetings and coalitions',
  'landing.placesWaiting': 'your meetings',
  'landing.placeCoalition': 'partners',
  'landing.placesMore': '{count, plural, one {Show # more} other {Show # more}}',
  'landing.createClosed': 'New ones are made here by invitation only.',
};
