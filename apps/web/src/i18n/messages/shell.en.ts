// Words for the frame around all pages, in English.
import type { shell as source } from './shell.id';

export const shell: Record<keyof typeof source, string> = {
  'shell.name': 'Mufakat',
  'shell.home': 'Mufakat, to the front page',
  'shell.skip': 'Skip to the content',
  'shell.title': '{page} · Mufakat',
  'shell.language': 'Language',
  'shell.display': 'Display',
  'shell.theme': 'Light or dark',
  'shell.themeDevice': 'As the device',
  'shell.themeLight': 'Light',
  'shell.themeDark': 'Dark',
  'shell.textSize': 'Text size',
  'shell.textSmaller': 'A−, smaller text',
  'shell.textLarger': 'A+, larger text',
  'shell.textNow': '{percent, number, percent}',
  'shell.page': 'the page',
  'shell.notFoundTitle': 'There is no such page',
  'shell.notFoundHelp': 'The link may have been cut off. Ask for a new one, or come in with the code.',
  'shell.toHome': 'To the front page',
  'shell.toJoin': 'Come in with the code',
  'shell.loadFailedTitle': 'The page did not arrive',
  'shell.loadFailedHelp': 'The line may be down. Nothing that was sent is lost.',
  'shell.tryAgain': 'Try again',
  'shell.unreachable': 'The server cannot be reached, or is full. Check the line, then try again.',
  'shell.troubleTitle': 'This cannot be opened',
};
