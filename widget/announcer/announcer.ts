const ATTRIBUTE = 'data-floorwalk-announcer';

/**
 * Says something politely to screen readers. All elements of a page share one live region in the page itself, since
 * several regions in several shadow roots would talk over each other. The same words twice are said twice.
 */
export const announce = (words: string): void => {
  const region = document.querySelector<HTMLElement>(`[${ATTRIBUTE}]`) ?? createRegion();
  const line = document.createElement('div');
  line.textContent = words;
  region.append(line);
  while (region.childElementCount > KEPT_LINES) region.firstElementChild?.remove();
};

const KEPT_LINES = 3;

const createRegion = (): HTMLElement => {
  const region = document.createElement('div');
  region.setAttribute(ATTRIBUTE, '');
  region.setAttribute('role', 'status');
  region.setAttribute('aria-live', 'polite');
  region.setAttribute('aria-relevant', 'additions');
  region.setAttribute('aria-atomic', 'false');
  // Set from here: a style attribute would break under a strict content security policy.
  region.style.cssText =
    'clip-path:inset(50%);white-space:nowrap;block-size:1px;inline-size:1px;position:absolute;overflow:hidden;margin:-1px';
  document.body.append(region);
  return region;
};

/** Creates the page's live region ahead of time: some screen readers miss the first words of a region that is new. */
export const prepareAnnouncer = (): void => {
  if (!document.querySelector(`[${ATTRIBUTE}]`)) createRegion();
};
