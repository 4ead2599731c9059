/** The single key, small, that was pressed outside of whatever one types into; empty for all others. */
export function singleKey(event: KeyboardEvent): string {
  const from = event.composedPath()[0];
  const isTyping = from instanceof HTMLElement && from.matches('input, textarea, select');
  return isTyping || event.ctrlKey || event.metaKey || event.altKey ? '' : event.key.toLowerCase();
}
