/** Is the store well? A number in `meta` is moved on and read back: a disk that only reads is not well. */
import { integerOf } from './row';
import { prepareAll, type Database } from './statement';

const SQL = {
  move: `INSERT INTO meta (key, value) VALUES ('probe', 1) ON CONFLICT (key) DO UPDATE SET value = value + 1`,
  read: `SELECT value FROM meta WHERE key = 'probe'`,
};

export function writeProbe(db: Database): () => void {
  const sql = prepareAll(db, SQL);
  return () => {
    sql.move.run();
    integerOf(sql.read.get() ?? {}, 'value');
  };
}
