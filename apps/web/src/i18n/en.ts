// All messages in English. The type refuses a key that is missing here.
import type { Key } from './id';
import { agenda } from './messages/agenda.en';
import { coalition } from './messages/coalition.en';
import { decision } from './messages/decision.en';
import { demo } from './messages/demo.en';
import { door } from './messages/door.en';
import { host } from './messages/host.en';
import { importing } from './messages/importing.en';
import { goal } from './messages/goal.en';
import { landing } from './messages/landing.en';
import { minutes } from './messages/minutes.en';
import { people } from './messages/people.en';
import { plan } from './messages/plan.en';
import { poll } from './messages/poll.en';
import { room } from './messages/room.en';
import { self } from './messages/self.en';
import { shell } from './messages/shell.en';
import { ui } from './messages/ui.en';
import { writing } from './messages/writing.en';

export const en: Record<Key, string> = {
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
