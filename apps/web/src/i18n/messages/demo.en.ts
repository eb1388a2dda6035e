// Words for the demo in English.
import type { demo as source } from './demo.id';

export const demo: Record<keyof typeof source, string> = {
  'demo.title': 'The demo “Remote Schools”',
  'demo.lead':
    'A forum was founded five weeks ago, its goal is locked, its record can be read. Now its priorities meeting is ready to start.',
  'demo.fiction':
    'The district of Lembah Aur, its partners and its people are invented. The figures are published ones of comparable places; the targets for 2028 are invented.',
  'demo.own':
    'You get a copy of your own for 24 hours, then it is deleted. The others in the room are demo companions: played by a program, and marked so beside their names.',
  'demo.as': 'Come in as',
  'demo.chair': 'Chair',
  'demo.chairHelp': 'You open it, run the agenda and ask for agreement; the companions answer.',
  'demo.delegate': 'Delegate of the cooperative',
  'demo.delegateHelp': 'A companion chairs; you write along and cast the vote of Koperasi Sinar Rakit.',
  'demo.guest': 'Guest',
  'demo.guestHelp': 'You watch the meeting go by slowly, without a vote.',
  'demo.enterAs': 'Come in as {role}',
  'demo.waiting': 'your copy',
  'demo.sources': 'Where the figures come from',
  'demo.off': 'There is no demo here',
  'demo.offHelp': 'Whoever runs this server does not offer it. You can still come in with a meeting’s code.',
  'demo.ends': 'Demo: gone in {hours, plural, one {# hour} other {# hours}}.',
};
