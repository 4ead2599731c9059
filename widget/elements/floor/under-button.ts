const MARGIN = 8;
/** Room for a few lines. */
const LEAST = 160;

/** Puts what floats under its button, at its start edge or its end edge, and keeps it within the window. */
export function underButton(floating: HTMLElement, button: HTMLElement, isAtEnd = false): void {
  const { left, right, bottom } = button.getBoundingClientRect();
  const { width } = floating.getBoundingClientRect();
  const isRtl = getComputedStyle(button).direction === 'rtl';
  const wanted = isRtl !== isAtEnd ? right - width : left;
  const most = Math.max(MARGIN, innerWidth - width - MARGIN);
  floating.style.left = `${Math.min(most, Math.max(MARGIN, wanted))}px`;
  // A key opens it also while its button is scrolled away.
  const top = Math.max(MARGIN, Math.min(bottom + 4, innerHeight - LEAST - MARGIN));
  floating.style.top = `${top}px`;
  floating.style.maxHeight = `${innerHeight - top - MARGIN}px`;
}

/** Opens or closes what floats under the button that names it (`popovertarget`), at the button's start edge. */
export function toggleUnder(event: Event): void {
  const button = event.currentTarget as HTMLButtonElement;
  const floating = button.popoverTargetElement as HTMLElement;
  // The browser would show it before it has its place.
  event.preventDefault();
  floating.togglePopover();
  underButton(floating, button);
}

/** What floats closes when the focus goes on behind it, so that it hides nothing that has the focus. */
export function closeBehind({ currentTarget, relatedTarget }: FocusEvent): void {
  const floating = currentTarget as HTMLElement;
  const isElsewhere = relatedTarget instanceof Node && !floating.contains(relatedTarget);
  // Its button closes it itself.
  if (isElsewhere && relatedTarget !== floating.previousElementSibling) floating.hidePopover();
}
