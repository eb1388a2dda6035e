// Single letters as shortcuts: outside text fields only, never with Ctrl, Alt or Meta, and nothing at all while a dialog or a menu
// is open. What each does is the page's; ShortcutSheet.svelte lists them behind `?`.
export interface Shortcut {
  readonly key: string;
  readonly what: string;
  readonly run: () => void;
}

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly defaultPrevented: boolean;
  readonly target: EventTarget | null;
}

const taken =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], dialog, [role="menu"]';
/** The focus is in a dialog for a moment longer than the dialog is open. */
const gone = 'dialog:not([open])';

export function shortcutFor(press: Press, shortcuts: readonly Shortcut[]): Shortcut | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || press.defaultPrevented) return undefined;
  const target = press.target;
  if (target && 'closest' in target) {
    const at = target as Element;
    if (at.closest(taken) && !at.closest(gone)) return undefined;
  }
  return shortcuts.find((shortcut) => shortcut.key === press.key.toLowerCase());
}
