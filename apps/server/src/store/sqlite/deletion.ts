/**
 * Deletes streams with everything that is theirs, children of a row before the row. Command ids stay: they know no
 * stream by a foreign key. The batch around it is one transaction.
 */
import type { DocumentMove } from '../ports';
import type { IndexTables } from './index-tables';
import { textOf } from './row';
import { prepareAll, type Database } from './statement';

const ofBoxes = 'poll_id IN (SELECT poll_id FROM boxes WHERE stream = ?)';
const ofDocuments = 'document IN (SELECT n FROM documents WHERE stream = ?)';

/** In this order. */
const SQL = {
  ballots: `DELETE FROM ballots WHERE ${ofBoxes}`,
  ballotIds: `DELETE FROM ballot_ids WHERE ${ofBoxes}`,
  boxes: 'DELETE FROM boxes WHERE stream = ?',
  updates: `DELETE FROM document_updates WHERE ${ofDocuments}`,
  snapshots: `DELETE FROM document_snapshots WHERE ${ofDocuments}`,
  clients: `DELETE FROM document_clients WHERE ${ofDocuments}`,
  documents: 'DELETE FROM documents WHERE stream = ?',
  seats: 'DELETE FROM seats WHERE stream = ?',
  links: 'DELETE FROM links WHERE stream = ?',
  expiries: 'DELETE FROM expiries WHERE stream = ?',
  terms: 'DELETE FROM terms WHERE stream = ?',
  closings: 'DELETE FROM closings WHERE stream = ?',
  forgotten: 'DELETE FROM forgotten WHERE stream = ?',
  codes: 'DELETE FROM codes WHERE stream = ?',
  openings: 'DELETE FROM openings WHERE stream = ?',
  events: 'DELETE FROM events WHERE stream = ?',
  streams: 'DELETE FROM streams WHERE id = ?',
};

export function deletion(db: Database, index: Pick<IndexTables, 'write'>) {
  const steps = Object.values(prepareAll(db, SQL));
  const document = db.prepare('SELECT stream FROM documents WHERE name = ?');
  const homeOf = (name: string): string | null => {
    const row = document.get([name]);
    return row ? textOf(row, 'stream') : null;
  };
  return (streams: readonly string[], kept: readonly DocumentMove[]): void => {
    for (const { name, to } of kept) {
      const home = homeOf(name);
      if (home === null || streams.includes(home)) index.write(to, { row: 'moved-document', name });
    }
    for (const stream of streams) for (const step of steps) step.run([stream]);
  };
}
