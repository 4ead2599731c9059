const MARGIN = 8;

/** Puts what floats under its button, at its start edge or its end edge, and keeps it within the window. */
export function underButton(floating: HTMLElement, button: HTMLElement, isAtEnd = false): void {
  const { left, right, bottom } = button.getBoundingClientRect();
  const { width } = floating.getBoundingClientRect();
  const isRtl = getComputedStyle(button).direction === 'rtl';
  const wanted = isRtl !== isAtEnd ? right - width : left;
  const most = Math.max(MARGIN, innerWidth - width - MARGIN);
  floating.style.left = `${Math.min(most, Math.max(MARGIN, wanted))}px`;
  floating.style.top = `${bottom + 4}px`;
  floating.style.maxHeight = `${Math.max(160, innerHeight - bottom - 4 - MARGIN)}px`;
}

/** What floats closes when the focus goes on behind it, so that it hides nothing that has the focus. */
export function closeBehind({ currentTarget, relatedTarget }: FocusEvent): void {
  const floating = currentTarget as HTMLElement;
  const isElsewhere = relatedTarget instanceof Node && !floating.contains(relatedTarget);
  // Its button closes it itself.
  if (isElsewhere && relatedTarget !== floating.previousElementSibling) floating.hidePopover();
}
