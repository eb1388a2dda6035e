/** Rows in IndexedDB, read back once before they are trusted: some private windows open a database and forget it at once. */
import type { KeptRow } from './kept-row';
import type { Rows } from './memory-rows';

const name = 'mufakat';
const store = 'kept';
/** Some browsers open a database and never answer. */
const patienceMs = 1000;

/** Rejects where this device keeps nothing. */
export async function databaseRows(): Promise<Rows> {
  const database = await patiently(openDatabase());
  const rows = rowsOf(database);
  await patiently(rows.all());
  return rows;
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(store, { keyPath: 'key' });
    request.onsuccess = () => {
      // Another version of the client wants to change it: this one lets go.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('no database'));
    request.onblocked = () => reject(new Error('another page holds the database'));
  });
}

function rowsOf(database: IDBDatabase): Rows {
  return {
    put: (row: KeptRow) => within(database, 'readwrite', (rows) => rows.put(row)).then(() => undefined),
    all: () => within<unknown[]>(database, 'readonly', (rows) => rows.getAll()),
    remove: async (keys) => {
      if (keys.length === 0) return;
      await within(database, 'readwrite', (rows) => keys.map((key) => rows.delete(key)).at(-1));
    },
  };
}

/** One transaction; resolves with what its last request gave, once all of it is done. */
function within<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  act: (rows: IDBObjectStore) => IDBRequest<T> | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode);
    const request = act(transaction.objectStore(store));
    // A page that is being left waits for no answers: what was put is to be written all the same.
    if (mode === 'readwrite') transaction.commit();
    // There is always a request, since nobody comes with nothing to do.
    transaction.oncomplete = () => resolve(request?.result as T);
    transaction.onerror = () => reject(transaction.error ?? new Error('not kept'));
    transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
  });
}

function patiently<T>(promise: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('the database does not answer')), patienceMs),
  );
  return Promise.race([promise, late]);
}
