// All messages in Indonesian, the source of the keys. One file per area in messages/<area>.<language>.ts, beside it
// messages/<area>.about.ts with a note for translators at each key; this file and its two sisters only put them together.
import { agenda } from './messages/agenda.id';
import { coalition } from './messages/coalition.id';
import { decision } from './messages/decision.id';
import { demo } from './messages/demo.id';
import { door } from './messages/door.id';
import { host } from './messages/host.id';
import { importing } from './messages/importing.id';
import { goal } from './messages/goal.id';
import { landing } from './messages/landing.id';
import { minutes } from './messages/minutes.id';
import { people } from './messages/people.id';
import { plan } from './messages/plan.id';
import { poll } from './messages/poll.id';
import { room } from './messages/room.id';
import { self } from './messages/self.id';
import { shell } from './messages/shell.id';
import { ui } from './messages/ui.id';
import { writing } from './messages/writing.id';

export const id = {
  ...ui,
  ...shell,
  ...landing,
  ...door,
  ...coalition,
  ...plan,
  ...room,
  ...agenda,
  ...decision,
  ...demo,
  ...goal,
  ...minutes,
  ...poll,
  ...people,
  ...self,
  ...host,
  ...importing,
  ...writing,
} as const;

export type Key = keyof typeof id;
