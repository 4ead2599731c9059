const EVERY_MS = 3_000;

/**
 * Says typing at most every three seconds. Answers whether it is to be said now, given the moment of the keystroke in
 * milliseconds on any steady clock (an event's `timeStamp`).
 */
export const typingPace = (): ((at: number) => boolean) => {
  let last = -Infinity;
  return (at) => {
    if (at - last < EVERY_MS) return false;
    last = at;
    return true;
  };
};
