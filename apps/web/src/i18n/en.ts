// All messages in English. The type refuses a key that is missing here.
import type { Key } from './id';
import { coalition } from './messages/coalition.en';
import { door } from './messages/door.en';
import { landing } from './messages/landing.en';
import { plan } from './messages/plan.en';
import { shell } from './messages/shell.en';
import { ui } from './messages/ui.en';

export const en: Record<Key, string> = { ...ui, ...shell, ...landing, ...door, ...coalition, ...plan };
