/** Brings what a key has come to into sight as a whole: browsers leave it where it is if a part of it is seen. */
export const seeWhole = (event: KeyboardEvent): void => {
  const [at] = event.composedPath();
  const isWriting = event.key !== 'Tab' && at instanceof HTMLTextAreaElement;
  if (/^(?:Tab|Arrow)/u.test(event.key) && at instanceof Element && !isWriting)
    at.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};
