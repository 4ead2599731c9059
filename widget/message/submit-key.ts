/** Whether a key belongs to an input method that is still composing; such a key never sends (229: Safari's last one). */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** How a pressed Enter was meant, or nothing if it is not an Enter, is held down, or belongs to an input method. */
export const enterKind = (event: KeyboardEvent): 'plain' | 'shift' | 'control' | 'controlShift' | undefined => {
  if (event.key !== 'Enter' || event.repeat || event.altKey || isComposing(event)) return undefined;
  const control = event.ctrlKey || event.metaKey;
  if (control) return event.shiftKey ? 'controlShift' : 'control';
  return event.shiftKey ? 'shift' : 'plain';
};
