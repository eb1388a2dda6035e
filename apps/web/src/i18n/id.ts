// All messages in Indonesian, the source of the keys. One file per area in messages/<area>.<language>.ts, beside it
// messages/<area>.about.ts with a note for translators at each key; this file and its two sisters only put them together.
import { coalition } from './messages/coalition.id';
import { door } from './messages/door.id';
import { landing } from './messages/landing.id';
import { plan } from './messages/plan.id';
import { shell } from './messages/shell.id';
import { ui } from './messages/ui.id';

export const id = { ...ui, ...shell, ...landing, ...door, ...coalition, ...plan } as const;

export type Key = keyof typeof id;
