/** Everything that the doors share, made once in app.ts. */
import type { Access } from './access/access';
import type { DocumentGrants } from './access/document-access';
import type { Doors } from './access/doors';
import type { OriginCheck } from './access/origins';
import type { Sessions } from './access/sessions';
import type { Tickets } from './access/tickets';
import type { Config } from './config';
import type { FanOut } from './fanout/ports';
import type { Metrics } from './platform/metrics';
import type { Turns } from './platform/turns';
import type { Clock, Ids, Keys } from './platform/ports';
import type { Deadlines } from './polls/deadlines';
import type { PollKeys } from './polls/poll-keys';
import type { RoomRegistry } from './rooms';
import type { SharedDocuments } from './shared-documents';
import type { Store } from './store/ports';

/** What the world gives: tests bring their own. */
export interface Ports {
  store: Store;
  clock: Clock;
  ids: Ids;
  keys: Keys;
  /** Of secret questions. */
  pollKeys: PollKeys;
  fanOut: FanOut;
}

export interface Services extends Ports {
  config: Config;
  metrics: Metrics;
  /** Whether people reach the server over HTTPS. */
  secure: boolean;
  sessions: Sessions;
  tickets: Tickets;
  doors: Doors;
  originCheck: OriginCheck;
  rooms: RoomRegistry;
  /** By coalition: what changes which meetings it has, one after the other. */
  meetingsOf: Turns;
  access: Access;
  documents: SharedDocuments;
  documentAccess: DocumentGrants;
  /** Closes questions that are overdue; to be started once the server listens. */
  deadlines: Deadlines;
}
