/**
 * Copies a text, also on a page of plain http and in a browser that refuses. False where it could not: then the text in
 * `shown` is selected, and the visitor presses the keys.
 */
export async function copyText(text: string, shown: Element | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (copyByCommand(text)) return true;
  }
  if (shown) getSelection()?.selectAllChildren(shown);
  return false;
}

function copyByCommand(text: string): boolean {
  const handleCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  // The listener needs no selected text, nor a field that would take the focus.
  addEventListener('copy', handleCopy, { capture: true });
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    removeEventListener('copy', handleCopy, { capture: true });
  }
}
