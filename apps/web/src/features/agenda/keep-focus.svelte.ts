// A row that changes its place is taken out of the page and put back, which loses the focus and the caret in it. They are given
// back, so that whoever types goes on typing when somebody else moves the row, and a button can be pressed again.
export function keepFocus(list: () => HTMLElement | undefined, order: () => unknown): void {
  let held: HTMLElement | null = null;
  let selection: [number, number] | null = null;

  $effect.pre(() => {
    order();
    const at = document.activeElement;
    held = at instanceof HTMLElement && list()?.contains(at) ? at : null;
    selection =
      held instanceof HTMLInputElement && held.selectionStart !== null
        ? [held.selectionStart, held.selectionEnd ?? held.selectionStart]
        : null;
  });
  $effect(() => {
    order();
    if (!held?.isConnected || document.activeElement === held) return;
    held.focus({ preventScroll: true });
    if (held instanceof HTMLInputElement && selection) held.setSelectionRange(...selection);
  });
}
