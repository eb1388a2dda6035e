// A shared document without a server: the gallery writes into it as several people, and its history is kept here.
import type { DocumentVersion } from '@mufakat/protocol';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { HistorySource } from '../features/writing/history';
import type { SharedDocument } from '../shared-docs/shared-document';
import type { Mark } from '../ui/partner';

export class MemoryDocument implements SharedDocument, HistorySource {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly line = 'live';
  readonly saved = true;
  readonly leftOver = null;
  locked = $state<SharedDocument['locked']>(null);
  readonly #versions: (DocumentVersion & { update: Uint8Array })[] = [];
  readonly #authors: { clientId: number; personId: string }[] = [];

  constructor(
    readonly name: string,
    you: string,
  ) {
    this.#authors.push({ clientId: this.doc.clientID, personId: you });
  }

  /** Writes as somebody else, as one version. */
  as(personId: string, at: number, write: (doc: Y.Doc) => void): Y.Doc {
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(this.doc));
    this.#authors.push({ clientId: theirs.clientID, personId });
    write(theirs);
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(theirs), 'the line');
    const update = Y.encodeStateAsUpdate(this.doc);
    this.#versions.unshift({ n: this.#versions.length + 1, at, by: [personId], update });
    return theirs;
  }

  /** Somebody else's caret at the end of a text. */
  caretOf(name: string, mark: Mark, text: Y.XmlText): void {
    const at = Y.createRelativePositionFromTypeIndex(text, text.length);
    const state = {
      user: { name, mark: mark.letters, colour: mark.colour, chamberShape: mark.shape },
      cursor: { anchor: at, head: at },
    };
    const states = this.awareness.getStates();
    states.set(1, state);
    this.awareness.emit('change', [{ added: [1], updated: [], removed: [] }, 'the line']);
  }

  history: HistorySource['history'] = () =>
    Promise.resolve({ ok: true, value: { versions: this.#versions, authors: this.#authors } });

  at: HistorySource['at'] = (n) => {
    const version = this.#versions.find((one) => one.n === n);
    return Promise.resolve(version ? { ok: true, value: version.update } : { ok: false, code: 'not_found' });
  };

  discardLeftOver(): void {
    // nothing is ever left over here
  }

  close(): void {
    this.doc.destroy();
  }
}
