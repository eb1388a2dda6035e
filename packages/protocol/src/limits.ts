/** Limits of the wire, in bytes, counts and milliseconds. Rules' own limits are packages/domain's. */
export const wireLimits = {
  /** A Socket.IO packet up: the longest wording that may be proposed, in any script. A larger one ends the line. */
  eventFrameBytes: 256 * 1024,
  /** A JSON body of a request: the largest coalition, in any script. */
  requestBytes: 256 * 1024,
  /** A document frame up; a sync step 2 (offline work) may be larger. */
  documentFrameBytes: 256 * 1024,
  documentSyncBytes: 4 * 1024 * 1024,
  documentBytes: 16 * 1024 * 1024,
  awarenessBytes: 2 * 1024,
  documentsPerSession: 12,
  socketsPerSession: 12,
  /** A socket that has not shown a session by then is closed. */
  signInMs: 5_000,
  /** How long after the last socket a person still counts as here. */
  presenceGraceMs: 30_000,
  /** A reader with more than this unread for this long is dropped and told to resync. */
  unreadBytes: 1024 * 1024,
  unreadMs: 10_000,
  /** Events a frame; a longer history comes in several answers. */
  eventsPerFrame: 500,
  /** Events in the packs before an answer; a longer history comes in several answers. */
  eventsPerPacks: 4_000,
  /** At most five a second, as *turnout* and *presence* are coalesced. */
  coalesceMs: 200,
  documentTicketMs: 30_000,
  /** Versions in an answer about a document's history, the newest. */
  versionsShown: 500,
  /** Old states of documents that one person may ask for at once; then one a second. */
  oldStatesAtOnce: 40,
} as const;
