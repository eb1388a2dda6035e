// What each message is, for translators: where it stands, what its values are, what to mind. Read by tests and by translators'
// tools; no page imports it, so it is in no bundle.
import type { Key } from './id';
import { agenda } from './messages/agenda.about';
import { coalition } from './messages/coalition.about';
import { decision } from './messages/decision.about';
import { demo } from './messages/demo.about';
import { door } from './messages/door.about';
import { host } from './messages/host.about';
import { importing } from './messages/importing.about';
import { goal } from './messages/goal.about';
import { landing } from './messages/landing.about';
import { minutes } from './messages/minutes.about';
import { people } from './messages/people.about';
import { plan } from './messages/plan.about';
import { poll } from './messages/poll.about';
import { room } from './messages/room.about';
import { self } from './messages/self.about';
import { shell } from './messages/shell.about';
import { ui } from './messages/ui.about';
import { writing } from './messages/writing.about';

export const about: Record<Key, string> = {
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
};
