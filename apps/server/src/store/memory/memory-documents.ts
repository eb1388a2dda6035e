/** Documents in memory. */
import type { DocumentClient, DocumentUpdate, LoadedDocument } from '../ports';
import { checkedText } from '../stored-text';
import type { State, StoredDocument } from './state';

export function memoryDocuments({ documents, journal }: State) {
  function documentOf(name: string): StoredDocument {
    const document = documents.get(name);
    if (!document) throw new Error(`no such document: ${name}`);
    return document;
  }

  function readUpdates(name: string, after: number, limit: number) {
    const { updates } = documentOf(name);
    return updates.slice(after, after + limit).map((row) => ({ ...row, update: row.update.slice() }));
  }

  function readClients(name: string, limit: number): DocumentClient[] {
    return [...documentOf(name).clients]
      .map(([clientId, personId]) => ({ clientId, personId }))
      .sort((one, other) => one.clientId - other.clientId)
      .slice(0, limit);
  }

  function loadDocument(name: string): LoadedDocument {
    const { snapshot, clients, updates } = documentOf(name);
    return {
      snapshot: snapshot?.bytes.slice() ?? null,
      updates: readUpdates(name, snapshot?.last ?? 0, Infinity).map(({ update }) => update),
      clients: readClients(name, clients.size),
      last: updates.length,
    };
  }

  function appendUpdates(name: string, added: readonly DocumentUpdate[]): number {
    const { updates, clients } = documentOf(name);
    for (const { update, by, at, newClients } of added) {
      const n = updates.length + 1;
      journal.push(updates, { n, by: checkedText(by), at, update: new Uint8Array(update) });
      for (const clientId of newClients) if (!clients.has(clientId)) journal.set(clients, clientId, by);
    }
    return updates.length;
  }

  function putSnapshot(name: string, last: number, snapshot: Uint8Array): void {
    const document = documentOf(name);
    if (last > document.updates.length) {
      throw new Error(`a snapshot of ${name} up to ${last}, which is not stored`);
    }
    if (document.snapshot && document.snapshot.last > last) return;
    journal.change(document, { snapshot: { last, bytes: new Uint8Array(snapshot) } });
  }

  return {
    documentsOf: (stream: string) =>
      [...documents].flatMap(([name, document]) => (document.stream === stream ? [name] : [])),
    readUpdates,
    readMarks: (name: string, after: number, limit: number) =>
      readUpdates(name, after, limit).map(({ n, by, at }) => ({ n, by, at })),
    readClients,
    loadDocument,
    appendUpdates,
    putSnapshot,
    findDocument(name: string) {
      const document = documents.get(name);
      return document ? { stream: document.stream } : null;
    },
  };
}
