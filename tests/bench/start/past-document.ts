/**
 * A goal of a megabyte as it would have been written: in thousands of small changes by four people, each stored as an
 * update, with the snapshots that the server lays beside them as it goes.
 */
import { addClause, clauseText, documentName, seedRichText } from '@mufakat/shared-docs';
import * as Y from 'yjs';
import type { DocumentStore, DocumentUpdate } from '../../../apps/server/src/store/ports';

const clientIds = [1_000_003, 2_000_003, 3_000_017, 4_000_037];
const clauses = 30;
const updatesPerSnapshot = 1000;
const sentences = [
  'Anak yang tinggal di pulau dan pegunungan berhak atas guru yang datang setiap hari. ',
  'Setiap sekolah mendapat air bersih, listrik dan sambungan yang cukup untuk belajar. ',
  'Pemerintah, warga dan usaha melaporkan kemajuan setiap tiga bulan di forum terbuka. ',
  'Jalan menuju sekolah diperbaiki sebelum musim hujan berikutnya, dengan tenaga setempat. ',
];

export interface DocumentParts {
  store: Pick<DocumentStore, 'appendUpdates' | 'putSnapshot'>;
  newId: () => string;
}

/** `letters` of text, which lies in pieces all over the document. Answers with its size as one Yjs update, bytes. */
export async function writeGoal(
  { store, newId }: DocumentParts,
  goalId: string,
  by: string,
  letters: number,
): Promise<number> {
  const name = documentName('goal', goalId);
  const doc = new Y.Doc();
  let pending: Uint8Array[] = [];
  const unknown = [...clientIds];
  doc.on('update', (update: Uint8Array) => pending.push(update));
  const ids = Array.from({ length: clauses }, newId);
  const keep = async () => {
    const updates = pending.map((update): DocumentUpdate => ({
      update,
      by,
      at: Date.now(),
      newClients: unknown.splice(0),
    }));
    pending = [];
    return store.appendUpdates(name, updates);
  };
  doc.clientID = clientIds[0] ?? 1;
  for (const id of ids) {
    addClause(doc, id);
    seedRichText(clauseText(doc, id, 'id'), [sentences[0] ?? '']);
  }
  let written = 0;
  for (let turn = 0; written < letters; turn += 1) {
    doc.clientID = clientIds[turn % clientIds.length] ?? 1;
    written += type(textOf(doc, ids[turn % clauses] ?? ''), turn);
    if (pending.length < updatesPerSnapshot) continue;
    const last = await keep();
    await store.putSnapshot(name, last, Y.encodeStateAsUpdate(doc));
  }
  await keep();
  return Y.encodeStateAsUpdate(doc).length;
}

/** The words of a clause's only paragraph. */
function textOf(doc: Y.Doc, id: string): Y.XmlText {
  const paragraph = clauseText(doc, id, 'id').get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('a clause begins with a paragraph');
  return text;
}

/** A sentence somewhere in the text; answers with its length. */
function type(text: Y.XmlText, turn: number): number {
  const sentence = sentences[turn % sentences.length] ?? '';
  text.insert((turn * 7919) % (text.length + 1), sentence);
  return sentence.length;
}
