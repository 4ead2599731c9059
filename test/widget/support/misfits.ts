/** What of a panel reaches beyond the edges of its page, scrolls sideways, or is cut without saying so; each with where it is. */
export function misfits(root: Element, width: number): readonly string[] {
  const found: string[] = [];
  look(root, width, found);
  return found;
}

/** A pixel's part is rounding. */
const SLACK = 1;

function look(element: Element, width: number, found: string[]): void {
  const { left, right, width: own } = element.getBoundingClientRect();
  const isThere = own > 0;
  if (isThere && element.classList.contains('visually-hidden')) return;
  if (isThere && (left < -SLACK || right > width + SLACK) && !isClipped(element))
    found.push(`${nameOf(element)} from ${Math.round(left)} to ${Math.round(right)} of ${width}`);
  if (isThere && element instanceof HTMLElement) {
    if (element.scrollWidth > element.clientWidth + SLACK && scrollsSideways(element))
      found.push(`${nameOf(element)} scrolls from ${element.clientWidth} to ${element.scrollWidth}`);
    if (element instanceof HTMLSelectElement || element instanceof HTMLInputElement) lookAtField(element, found);
    else lookAtText(element, found);
  }
  for (const child of element.shadowRoot?.children ?? []) look(child, width, found);
  for (const child of element.children) look(child, width, found);
}

const parentOf = (element: Element): Element | null => {
  if (element.assignedSlot) return element.assignedSlot;
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};

/** Whether something around it ends it on purpose: a line that is cut and says so, a list that scrolls. */
function isClipped(element: Element): boolean {
  for (let around = parentOf(element); around; around = parentOf(around)) {
    const { overflowX, textOverflow } = getComputedStyle(around);
    if (textOverflow === 'ellipsis' || overflowX === 'auto' || overflowX === 'scroll')
      return around !== document.documentElement;
  }
  return false;
}

/** Words that something around them cuts off at the side, and no mark says that they go on. */
function lookAtText(element: HTMLElement, found: string[]): void {
  const text = [...element.childNodes].filter((it) => it instanceof Text && it.data.trim() !== '');
  if (text.length === 0) return;
  for (let around: Element | null = element; around; around = parentOf(around)) {
    const { overflowX, textOverflow, position, clipPath } = getComputedStyle(around);
    // Said by a mark, scrolled to, only for screen readers, or above the page.
    if (textOverflow === 'ellipsis' || overflowX === 'auto' || overflowX === 'scroll') return;
    if (clipPath !== 'none' || position === 'fixed') return;
    if (overflowX === 'visible') continue;
    const { left, right } = around.getBoundingClientRect();
    for (const it of text) {
      inside.selectNodeContents(it);
      const at = inside.getBoundingClientRect();
      if (at.left < left - SLACK || at.right > right + SLACK)
        return void found.push(`${nameOf(element)} loses words at the side of ${nameOf(around)}`);
    }
  }
}
const inside = document.createRange();

/** Strips of a telephone's page that scroll by themselves, and a program's own text in lines of its own. */
const mayScroll = (element: HTMLElement): boolean =>
  element.matches('pre, input') ||
  (innerWidth < 760 && element.matches('.tabs, .panel-tabs, nav')) ||
  (innerWidth < 460 && element.matches('.filters'));
const scrollsSideways = (element: HTMLElement): boolean =>
  !mayScroll(element) && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);

const pen = document.createElement('canvas').getContext('2d');

/** What the arrow of a closed list takes. */
const ARROW_PX = 20;

/** A list that is closed shows its choice whole, an empty field its hint, unless it says itself that it is cut. */
function lookAtField(field: HTMLSelectElement | HTMLInputElement, found: string[]): void {
  const isList = field instanceof HTMLSelectElement;
  const words = isList
    ? (field.selectedOptions[0]?.textContent?.trim() ?? '')
    : field.value === ''
      ? field.placeholder
      : '';
  if (!pen || words === '' || field.classList.contains('cut')) return;
  const style = getComputedStyle(field);
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const padding = parseFloat(style.paddingInlineStart) + parseFloat(style.paddingInlineEnd);
  const room = field.clientWidth - padding - (isList ? ARROW_PX : 0);
  const needed = pen.measureText(words).width;
  if (needed > room + SLACK)
    found.push(`${nameOf(field)} cuts "${words}", ${Math.ceil(needed)} in ${Math.floor(room)}`);
}

const nameOf = (element: Element): string => {
  const around = element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null;
  const own = `${element.localName}${[...element.classList].map((it) => `.${it}`).join('')}`;
  return around ? `${around.localName} ${own}` : own;
};
