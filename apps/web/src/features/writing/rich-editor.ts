// The editor of rich text: what may stand in it, how it is shared, and what it does under the page's CSP. Loaded only for those
// who write. Pasting and dropping take plain text: reading HTML would need a Trusted Types policy, and a wording needs no styles.
import { Editor, type Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Link } from '@tiptap/extension-link';
import { StarterKit } from '@tiptap/starter-kit';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { XmlFragment } from 'yjs';
import type { SharedDocument } from '../../shared-docs/shared-document';
import type { OwnSteps } from './own-steps';
import { isSafeLink } from './safe-link';
import { readWriter } from './writer';

export interface EditorWishes {
  readonly element: HTMLElement;
  readonly document: SharedDocument;
  readonly fragment: XmlFragment;
  readonly steps: OwnSteps;
  readonly attributes: Readonly<Record<string, string>>;
  /** True where the key was taken. */
  readonly onkey: (event: KeyboardEvent) => boolean;
}

export function openEditor(wishes: EditorWishes): Editor {
  const { element, attributes, onkey, steps } = wishes;
  steps.addTrackedOrigin(ySyncPluginKey);
  return steps.lend(
    () =>
      new Editor({
        element,
        injectCSS: false,
        // As JSON, since an HTML string would be parsed; the shared text takes its place at once.
        content: { type: 'doc', content: [{ type: 'paragraph' }] },
        extensions: extensionsFor(wishes),
        editorProps: {
          attributes: {
            role: 'textbox',
            'aria-multiline': 'true',
            dir: 'auto',
            spellcheck: 'true',
            ...attributes,
          },
          // Room for the tools, which stay at the lower edge.
          scrollThreshold: { top: 64, bottom: 128, left: 0, right: 0 },
          scrollMargin: { top: 72, bottom: 136, left: 0, right: 0 },
          handleKeyDown: (_view, event) => onkey(event),
          handleDOMEvents: {
            paste: (view, event) => {
              event.preventDefault();
              view.pasteText(event.clipboardData?.getData('text/plain') ?? '');
              return true;
            },
            drop: (view, event) => {
              if (view.dragging) return false;
              event.preventDefault();
              view.pasteText(event.dataTransfer?.getData('text/plain') ?? '');
              return true;
            },
          },
        },
      }),
  );
}

function extensionsFor({ document, fragment, steps }: EditorWishes): Extensions {
  return [
    StarterKit.configure({
      undoRedo: false,
      link: false,
      codeBlock: false,
      horizontalRule: false,
      heading: { levels: [1, 2, 3] },
    }),
    Link.configure({
      openOnClick: false,
      autolink: true,
      linkOnPaste: true,
      protocols: ['http', 'https', 'mailto'],
      isAllowedUri: (url) => isSafeLink(url),
      shouldAutoLink: (url) => isSafeLink(url),
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: null },
    }),
    Collaboration.configure({ fragment, yUndoOptions: { undoManager: steps } }),
    CollaborationCaret.configure({
      provider: { awareness: document.awareness },
      // The server says who is who; what this client says of itself is not passed on.
      user: {},
      render: caretOf,
      selectionRender: (user) => ({ class: 'by', 'data-p': String(readWriter(user)?.mark.colour ?? 8) }),
    }),
  ];
}

/**
 * Keeps the flags at others' carets on the sheet: one that would run out opens towards the other side, and where neither
 * side has room for the name, the letters stand alone. Carets move without being drawn anew, so it is measured each time.
 */
export function keepFlagsInSight(element: HTMLElement): void {
  for (const caret of element.querySelectorAll<HTMLElement>('.caret')) {
    caret.classList.remove('caret-end', 'caret-short');
    if (!runsOut(caret, element)) continue;
    caret.classList.add('caret-end');
    if (!runsOut(caret, element)) continue;
    caret.classList.replace('caret-end', 'caret-short');
    if (runsOut(caret, element)) caret.classList.add('caret-end');
  }
}

function runsOut(caret: HTMLElement, element: HTMLElement): boolean {
  const sheet = element.getBoundingClientRect();
  const flag = caret.querySelector('b')?.getBoundingClientRect();
  return flag !== undefined && (flag.right > sheet.right || flag.left < sheet.left - 1);
}

/** Built as elements, never as HTML: the name is somebody's own words. */
function caretOf(user: unknown): HTMLElement {
  const writer = readWriter(user);
  const caret = window.document.createElement('span');
  caret.className = 'caret';
  caret.dataset.p = String(writer?.mark.colour ?? 8);
  const flag = window.document.createElement('b');
  const name = window.document.createElement('span');
  name.className = 'nm';
  name.textContent = writer ? `${writer.name}, ` : '';
  flag.append(name, writer?.mark.letters ?? '');
  caret.append(flag);
  return caret;
}
