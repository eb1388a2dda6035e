/**
 * The tables, as a list of migrations: number n takes a database from version n - 1 to n. Forward only; one
 * that was released is never changed. Words are those of ports.ts.
 *
 * `openings` stand apart from `events`, so that erasing is deleting rows. `ballots` have no order of arrival
 * and know nothing of `ballot_ids`, which remember every id that was ever cast, replaced ones too.
 */
const first = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE streams (
  n INTEGER PRIMARY KEY, -- order of creation
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('coalition', 'meeting')),
  parent TEXT,
  seq INTEGER NOT NULL -- of the last event
) STRICT;
CREATE INDEX streams_by_parent ON streams (parent, n);

CREATE TABLE events (
  stream TEXT NOT NULL REFERENCES streams (id),
  seq INTEGER NOT NULL,
  v INTEGER NOT NULL,
  at INTEGER NOT NULL,
  type TEXT NOT NULL,
  "by" TEXT,
  body TEXT NOT NULL, -- the public one, canonical JSON
  salt TEXT NOT NULL,
  prev TEXT NOT NULL,
  leaf TEXT NOT NULL,
  PRIMARY KEY (stream, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE openings (
  stream TEXT NOT NULL,
  seq INTEGER NOT NULL,
  words_id TEXT NOT NULL,
  salt TEXT NOT NULL,
  text TEXT NOT NULL, -- JSON
  PRIMARY KEY (stream, seq, words_id),
  FOREIGN KEY (stream, seq) REFERENCES events (stream, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX openings_by_words ON openings (stream, words_id);

CREATE TABLE commands (
  id TEXT PRIMARY KEY,
  stream TEXT NOT NULL REFERENCES streams (id),
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE boxes (
  poll_id TEXT PRIMARY KEY,
  stream TEXT NOT NULL REFERENCES streams (id),
  status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
  published TEXT -- JSON, once closed
) STRICT, WITHOUT ROWID;

CREATE TABLE ballots (
  poll_id TEXT NOT NULL REFERENCES boxes (poll_id),
  voter TEXT NOT NULL,
  cast_by TEXT NOT NULL,
  choice TEXT NOT NULL, -- JSON
  at INTEGER NOT NULL,
  PRIMARY KEY (poll_id, voter)
) STRICT, WITHOUT ROWID;

CREATE TABLE ballot_ids (
  id TEXT PRIMARY KEY,
  poll_id TEXT NOT NULL REFERENCES boxes (poll_id),
  voter TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  n INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  stream TEXT NOT NULL REFERENCES streams (id)
) STRICT;

CREATE TABLE document_updates (
  document INTEGER NOT NULL REFERENCES documents (n),
  n INTEGER NOT NULL,
  "by" TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (document, n)
) STRICT;

CREATE TABLE document_snapshots (
  document INTEGER PRIMARY KEY REFERENCES documents (n),
  last INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE document_clients (
  document INTEGER NOT NULL REFERENCES documents (n),
  client_id INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  PRIMARY KEY (document, client_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE seats (
  n INTEGER PRIMARY KEY, -- order of entering
  session TEXT NOT NULL REFERENCES sessions (hash) ON DELETE CASCADE,
  stream TEXT NOT NULL REFERENCES streams (id),
  person_id TEXT NOT NULL,
  UNIQUE (session, stream)
) STRICT;
CREATE INDEX seats_by_person ON seats (stream, person_id);

CREATE TABLE links (
  id TEXT PRIMARY KEY,
  stream TEXT NOT NULL REFERENCES streams (id),
  person_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE codes (
  code TEXT PRIMARY KEY,
  stream TEXT NOT NULL UNIQUE REFERENCES streams (id),
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** Each update knows its time; each meeting has notes and minutes. Older updates take the time of their last event. */
const second = `
ALTER TABLE document_updates ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
UPDATE document_updates SET at = coalesce((
  SELECT max(events.at) FROM events JOIN documents ON documents.stream = events.stream
  WHERE documents.n = document_updates.document
), 0);
INSERT INTO documents (name, stream) SELECT 'notes/' || substr(name, 8), stream FROM documents WHERE name LIKE 'agenda/%';
INSERT INTO documents (name, stream) SELECT 'minutes/' || substr(name, 8), stream FROM documents WHERE name LIKE 'agenda/%';
`;

/** A stream can be deleted: the ids of its commands outlive it, and what is its own is found by an index. */
const third = `
CREATE TABLE commands_kept (
  id TEXT PRIMARY KEY,
  stream TEXT NOT NULL, -- which may be gone
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO commands_kept SELECT id, stream, seq FROM commands;
DROP TABLE commands;
ALTER TABLE commands_kept RENAME TO commands;
CREATE TABLE expiries (
  stream TEXT PRIMARY KEY REFERENCES streams (id),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX boxes_by_stream ON boxes (stream);
CREATE INDEX ballot_ids_by_poll ON ballot_ids (poll_id);
CREATE INDEX documents_by_stream ON documents (stream);
CREATE INDEX links_by_stream ON links (stream);
`;

/**
 * What the day's tidying looks for is found by an index, so that it opens no record in vain. Nothing here reads events:
 * what older streams have to say is written little by little (older-streams.ts).
 */
const fourth = `
ALTER TABLE streams ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0; -- 1: terms, closings and forgotten know of it
CREATE INDEX streams_to_index ON streams (n) WHERE indexed = 0;
CREATE TABLE terms (
  stream TEXT PRIMARY KEY REFERENCES streams (id),
  months INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE closings (
  stream TEXT PRIMARY KEY REFERENCES streams (id),
  parent TEXT,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX closings_by_parent ON closings (parent, at);
CREATE TABLE forgotten (
  stream TEXT NOT NULL REFERENCES streams (id),
  words_id TEXT NOT NULL,
  PRIMARY KEY (stream, words_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_end ON sessions (expires_at);
`;

/** Boxes that close by themselves are found by their deadline, server time in milliseconds. */
const fifth = `
ALTER TABLE boxes ADD COLUMN deadline INTEGER;
CREATE INDEX boxes_by_deadline ON boxes (deadline) WHERE status = 'open' AND deadline IS NOT NULL;
`;

export const migrations: readonly string[] = [first, second, third, fourth, fifth];
