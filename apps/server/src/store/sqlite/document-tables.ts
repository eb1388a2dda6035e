/** Documents: the log of updates, which is kept whole, the newest snapshot beside it, and who uses which client id. */
import type { DocumentClient, DocumentUpdate, LoadedDocument, UpdateMark } from '../ports';
import type { DocumentKeys } from './document-keys';
import { bytesOf, integerOf, textOf } from './row';
import { prepareAll, type Database, type Row } from './statement';

const SQL = {
  document: 'SELECT stream FROM documents WHERE name = ?',
  ofStream: 'SELECT name FROM documents WHERE stream = ? ORDER BY n',
  updates: 'SELECT n, "by", at, bytes FROM document_updates WHERE document = ? AND n > ? ORDER BY n LIMIT ?',
  marks: 'SELECT n, "by", at FROM document_updates WHERE document = ? AND n > ? ORDER BY n LIMIT ?',
  addUpdate: 'INSERT INTO document_updates (document, n, "by", at, bytes) VALUES (?, ?, ?, ?, ?)',
  snapshot: 'SELECT last, bytes FROM document_snapshots WHERE document = ?',
  putSnapshot:
    'INSERT INTO document_snapshots (document, last, bytes) VALUES (?, ?, ?) ON CONFLICT (document) DO UPDATE ' +
    'SET last = excluded.last, bytes = excluded.bytes WHERE excluded.last >= document_snapshots.last',
  clients: 'SELECT client_id, person_id FROM document_clients WHERE document = ? ORDER BY client_id LIMIT ?',
  addClient:
    'INSERT INTO document_clients (document, client_id, person_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
};

/** SQLite's word for no limit. */
const all = -1;

export function documentTables(db: Database, keys: DocumentKeys) {
  const sql = prepareAll(db, SQL);
  const keyOf = (name: string): number => keys.of(name).key;

  function read(document: number, after: number, limit: number) {
    return sql.updates
      .all([document, after, limit])
      .map((row) => ({ ...markOf(row), update: bytesOf(row, 'bytes') }));
  }

  function clientsOf(document: number, limit: number): DocumentClient[] {
    return sql.clients
      .all([document, limit])
      .map((row) => ({ clientId: integerOf(row, 'client_id'), personId: textOf(row, 'person_id') }));
  }

  function loadDocument(name: string): LoadedDocument {
    const { key: document, last } = keys.of(name);
    const snapshot = sql.snapshot.get([document]);
    const updates = read(document, snapshot ? integerOf(snapshot, 'last') : 0, all);
    return {
      snapshot: snapshot ? bytesOf(snapshot, 'bytes') : null,
      updates: updates.map(({ update }) => update),
      clients: clientsOf(document, all),
      last,
    };
  }

  function appendUpdates(name: string, updates: readonly DocumentUpdate[]): number {
    const document = keys.of(name);
    for (const { update, by, at, newClients } of updates) {
      sql.addUpdate.run([document.key, ++document.last, by, at, update]);
      for (const clientId of newClients) sql.addClient.run([document.key, clientId, by]);
    }
    return document.last;
  }

  function putSnapshot(name: string, last: number, snapshot: Uint8Array): void {
    const document = keys.of(name);
    if (last > document.last) throw new Error(`a snapshot of ${name} up to ${last}, which is not stored`);
    sql.putSnapshot.run([document.key, last, snapshot]);
  }

  return {
    loadDocument,
    appendUpdates,
    putSnapshot,
    findDocument(name: string): { stream: string } | null {
      const row = sql.document.get([name]);
      return row ? { stream: textOf(row, 'stream') } : null;
    },
    documentsOf: (stream: string) => sql.ofStream.all([stream]).map((row) => textOf(row, 'name')),
    readUpdates: (name: string, after: number, limit: number) => read(keyOf(name), after, limit),
    readMarks: (name: string, after: number, limit: number) =>
      sql.marks.all([keyOf(name), after, limit]).map(markOf),
    readClients: (name: string, limit: number) => clientsOf(keyOf(name), limit),
  };
}

function markOf(row: Row): UpdateMark {
  return { n: integerOf(row, 'n'), by: textOf(row, 'by'), at: integerOf(row, 'at') };
}
