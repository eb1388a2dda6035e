// For translators: words for the demo.
import type { demo as source } from './demo.id';

export const demo: Record<keyof typeof source, string> = {
  'demo.title': 'Title of the page; the name of the goal in quotes',
  'demo.lead': 'Below it',
  'demo.fiction': 'Says plainly that place and people are invented and figures are not',
  'demo.own': 'How long it lasts, and who the others in the room are',
  'demo.as': 'Title above three choices',
  'demo.chair': 'A role, on a button',
  'demo.chairHelp': 'Below the button',
  'demo.delegate': 'A role, on a button',
  'demo.delegateHelp': 'Below the button',
  'demo.guest': 'A role, on a button',
  'demo.guestHelp': 'Below the button',
  'demo.enterAs': 'A button. role: one of the three above',
  'demo.waiting': 'What is waited for while the copy is made, a noun phrase',
  'demo.sources': 'Title of a list of links',
  'demo.off': 'Title where the server does not offer the demo',
  'demo.offHelp': 'Below it',
  'demo.ends': 'Banner in the rooms of the demo',
};
