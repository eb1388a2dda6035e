// Copying text, also where the page is no secure context and `navigator.clipboard` does not exist (a hall's plain HTTP): then a
// selected text field and the old command do it. Answers false where neither works, so that the caller can show the text instead.
export async function copyText(text: string): Promise<boolean> {
  try {
    if (window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // refused or no such thing: try the old way
  }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'vh';
  // inside an open dialog, or the dialog's focus fence refuses the selection
  (before?.closest('dialog') ?? document.body).append(field);
  field.select();
  let copied: boolean;
  try {
    copied = document.execCommand('copy');
  } catch {
    copied = false;
  }
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}
