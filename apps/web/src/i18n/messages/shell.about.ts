// For translators: words for the frame around all pages.
import type { shell as source } from './shell.id';

export const shell: Record<keyof typeof source, string> = {
  'shell.name': 'The name of the tool; never translated',
  'shell.home': 'Name of the link on the brand, for screen readers',
  'shell.skip': 'First link of the page for keyboard users',
  'shell.title': 'Title of the browser tab. page: title of the page',
  'shell.language': 'Choice of the language of the interface',
  'shell.display': 'Button and title of the dialog with theme, text size and language',
  'shell.theme': 'Choice of the theme',
  'shell.themeDevice': 'Theme: what the device is set to',
  'shell.themeLight': 'Theme',
  'shell.themeDark': 'Theme',
  'shell.textSize': 'Choice of the text size',
  'shell.textSmaller': 'Name of the button A−. Begins with A− because it shows A−',
  'shell.textLarger': 'Name of the button A+. Begins with A+ because it shows A+',
  'shell.textNow': 'The text size now, of the usual size',
  'shell.page': 'What is waited for while a page loads, in "Menunggu: halaman"',
  'shell.notFoundTitle': 'Title where an address leads nowhere',
  'shell.notFoundHelp': 'Below it: what would help',
  'shell.toHome': 'Link',
  'shell.toJoin': 'Link to the door',
  'shell.loadFailedTitle': 'Title where a part of the program could not be loaded (bad line)',
  'shell.loadFailedHelp': 'Below it',
  'shell.tryAgain': 'Button',
  'shell.unreachable': 'Refusal where nothing came back from the server',
  'shell.troubleTitle': 'Title of a page that the server refuses',
};
