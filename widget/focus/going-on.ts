/**
 * From now on, whether somebody goes on by themselves, with a key or a pointer. What ends late asks, and pulls the keyboard
 * from nobody who has: their next key would do what they never chose. Asking ends the watch.
 */
export function goingOn(): () => boolean {
  const watch = new AbortController();
  let hasGoneOn = false;
  const note = (): void => {
    hasGoneOn = true;
    watch.abort();
  };
  for (const type of ['keydown', 'pointerdown'])
    globalThis.addEventListener(type, note, { capture: true, signal: watch.signal });
  return () => {
    watch.abort();
    return hasGoneOn;
  };
}
