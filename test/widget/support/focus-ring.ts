/** Why the focus on an element is not seen as it should be; nothing where it is. */
export function ringFault(element: Element): string | undefined {
  const ring = ringAround(element);
  if (!ring) return 'has the focus without a ring';
  const box = ring.getBoundingClientRect();
  const side = cutSide(ring, box);
  if (side) return `has a ring that is cut at its ${side}`;
  const over = coveredBy(element);
  return over && `has the focus behind ${over}`;
}

/** Who wears the ring: the element, or what is drawn around it as one field. */
function ringAround(element: Element): Element | undefined {
  for (let it: Element | null = element, steps = 0; it && steps < 4; it = it.parentElement, steps += 1) {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(it);
    const isClear = /^rgba.*, 0\)$|\/ 0\)$|transparent/u.test(outlineColor);
    if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !isClear) return it;
  }
  return undefined;
}

const sides = ['left', 'right', 'top', 'bottom'] as const;

/** The side on which nothing of the ring's line is left, because something around it ends before. */
function cutSide(ring: Element, box: DOMRect): string | undefined {
  const offset = parseFloat(getComputedStyle(ring).outlineOffset);
  const line = {
    left: box.left - offset,
    right: box.right + offset,
    top: box.top - offset,
    bottom: box.bottom + offset,
  };
  for (let around = parentOf(ring); around && !isOnTop(ring, around); around = parentOf(around)) {
    const { overflowX, overflowY } = getComputedStyle(around);
    const edge = around.getBoundingClientRect();
    const ends = [overflowX, overflowX, overflowY, overflowY].map((it) => it !== 'visible');
    const cut = sides.find((side, at) => {
      const isBefore = side === 'left' || side === 'top';
      return ends[at] && (isBefore ? line[side] < edge[side] + HALF : line[side] > edge[side] - HALF);
    });
    if (cut && around !== document.documentElement && around !== document.body)
      return `${cut} by ${around.localName}.${around.className}`;
  }
  return undefined;
}

const HALF = 0.5;

/** What floats above the page is cut by nothing around it. */
const isOnTop = (ring: Element, around: Element): boolean =>
  [...around.children, ...(around.shadowRoot?.children ?? [])].some(
    (it) => it.matches(':popover-open, dialog:modal') && isAround(it, ring),
  );

/** What lies over the element where it should be seen: at its middle, its top and its bottom. */
function coveredBy(element: Element): string | undefined {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const x = Math.min(innerWidth - 2, Math.max(1, (left + right) / 2));
  const [first, last] = [Math.max(top, 0) + 3, Math.min(bottom, innerHeight) - 3];
  if (last < first - 6) return 'the edge of the page';
  for (const y of [first, (first + last) / 2, last]) {
    const on = hit(x, y);
    if (on && !isKin(on, element)) return `${on.localName}.${on.className}`;
  }
  return undefined;
}

function hit(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (;;) {
    const inner: Element | null = found?.shadowRoot?.elementFromPoint(x, y) ?? null;
    if (!inner || inner === found) return found;
    found = inner;
  }
}

const isKin = (one: Element, other: Element): boolean => isAround(one, other) || isAround(other, one);
function isAround(outer: Element, inner: Element): boolean {
  for (let it: Element | null = inner; it; it = parentOf(it)) if (it === outer) return true;
  return false;
}

const parentOf = (element: Element): Element | null => {
  if (element.assignedSlot) return element.assignedSlot;
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};
