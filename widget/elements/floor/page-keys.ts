/** Ctrl K, or the Mac's own: the palette. */
export const isPaletteKey = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && (ctrlKey || metaKey);

/** Whether a key came while the list of conversations had the focus; only there single keys mean something. */
export const isInList = (event: Event): boolean =>
  event.composedPath().some((it) => it instanceof Element && it.getAttribute('role') === 'grid');
