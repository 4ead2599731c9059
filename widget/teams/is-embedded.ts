/** Whether a host may stand around this page: a frame's parent, or the shell of a phone's app. */
export const isEmbedded = (page: Window = globalThis.window): boolean =>
  page.parent !== page || 'nativeInterface' in page;
