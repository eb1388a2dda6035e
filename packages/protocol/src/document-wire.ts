/**
 * The document channel at `/sync/<document>`: the y-websocket protocol, with two messages more for clients that ask
 * for them by the query parameter `mufakat=1`. Stock clients get the protocol's own auth-denied message instead.
 */
export const documentPath = '/sync/';
export const ownMessagesParameter = 'mufakat';
export const ticketParameter = 'ticket';

/** Types of messages, the first varUint of a frame. */
export const documentMessages = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** Down, own clients: a varUint, the count of this connection's updates that are on disk. */
  saved: 100,
  /** Down, own clients: a string, a refusal code (`document_read_only`, `document_frozen`), or '' when writing is open again. */
  readOnly: 101,
} as const;

/** Close codes. 4400 to 4499 mean to a stock client: never reconnect. */
export const closeCodes = {
  badFrame: 4400,
  notSignedIn: 4401,
  notFound: 4404,
  tooMany: 4429,
  /** Reconnect and sync afresh: too slow a reader, or the server goes down. */
  resync: 4503,
} as const;
