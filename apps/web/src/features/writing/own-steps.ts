/**
 * Undo and redo of one's own edits in a part of a shared document: what others write is never taken back. It outlives the
 * editors that write into it (an editor is mounted only while somebody writes), so one can close a field and still undo.
 *
 * The scope is a list of shared types; more can be added with addToScope(). Tracked are edits of packages/shared-docs
 * (origin `editing`) and, while one is mounted, those of the editor, which adds its own origin.
 */
import { editing } from '@mufakat/shared-docs';
import * as Y from 'yjs';

/** What steps can be taken in: rich text, a list by key, a line of text. */
export type Steppable = Y.XmlFragment | Y.Map<unknown> | Y.Text;

type Handler = (...args: never[]) => unknown;
const events = ['stack-item-added', 'stack-item-popped'] as const;

export class OwnSteps extends Y.UndoManager {
  #lent: (() => void)[] = [];

  constructor(scope: Steppable[], doc: Y.Doc) {
    super(scope, {
      doc,
      trackedOrigins: new Set<unknown>([editing]),
      deleteFilter: (item) => !holdsOthersWords(item),
      captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
    });
    doc.on('destroy', () => this.close());
  }

  /** Makes an editor that uses these steps; what it listens to is let go of when the editor calls destroy(). */
  lend<T>(make: () => T): T {
    const before = events.map((event) => new Set(this.#handlers(event)));
    const made = make();
    for (const [at, event] of events.entries())
      for (const handler of this.#handlers(event))
        if (!before[at]?.has(handler)) this.#lent.push(() => this.off(event, handler as never));
    return made;
  }

  /** The editor's plugin calls it when it goes; the steps stay. */
  override destroy(): void {
    for (const letGo of this.#lent.splice(0)) letGo();
  }

  close(): void {
    super.destroy();
  }

  #handlers(event: (typeof events)[number]): Handler[] {
    return [...((this._observers as Map<string, Set<Handler>>).get(event) ?? [])];
  }
}

/**
 * What one made and others wrote into meanwhile stays when one takes the making back; one's own words in it have gone by
 * then, since children are taken back before what holds them.
 */
function holdsOthersWords(item: Y.Item): boolean {
  if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentType)) return false;
  const { type } = item.content;
  return (type instanceof Y.XmlText || type instanceof Y.XmlElement) && type.length > 0;
}
