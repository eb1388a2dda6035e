// For translators: words for the front page.
import type { landing as source } from './landing.id';

export const landing: Record<keyof typeof source, string> = {
  'landing.title': 'Title of the front page. Warm and plain; says what people do here',
  'landing.lead': 'Below the title: the whole meeting in one sentence',
  'landing.code': 'Name of the field for the six-letter code',
  'landing.codeHelp': 'Help below the code field',
  'landing.enter': 'Button beside the code field',
  'landing.create': 'Button for those who call the meeting',
  'landing.demo': 'Button that opens a made-up meeting',
  'landing.free': 'Below the ways in',
  'landing.exhibit': 'Caption of the picture on the front page',
  'landing.exhibitTitle':
    'Title in the picture: the agreement was reached. Keep the Indonesian word, it is the name of the thing',
  'landing.exhibitSub': 'Below the title in the picture',
  'landing.exhibitWording': 'Sample wording in the picture; a made-up coalition for remote schools',
  'landing.exhibitSeal': 'Below the sample wording: which version, when locked',
  'landing.tenets': 'Name of the list of four principles, for screen readers',
  'landing.tenet1': 'First of four principles, title',
  'landing.tenet1Text': 'Its text',
  'landing.tenet2': 'Second, title',
  'landing.tenet2Text': 'Its text',
  'landing.tenet3': 'Third, title',
  'landing.tenet3Text': 'Its text; the Indonesian is the phrase of the rules of order',
  'landing.tenet4': 'Fourth, title',
  'landing.tenet4Text': 'Its text',
  'landing.places': 'Title of the list of what this device may enter',
  'landing.placesWaiting': 'What is waited for, a noun phrase',
  'landing.placeCoalition': 'Below the name of a coalition in the list; its own form is not known here',
  'landing.placesMore': 'Button below the list of places',
  'landing.createClosed': 'In place of the button, where the server asks for an invitation',
};
