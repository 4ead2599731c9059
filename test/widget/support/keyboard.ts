import { executeServerCommand } from '@web/test-runner-commands';
import { ringFault } from './focus-ring.ts';

/** Presses real keys, as from a keyboard; `Control+k` is one key. */
export const pressKeys = async (...keys: readonly string[]): Promise<void> => {
  await executeServerCommand('press-keys', keys);
};

/** What has the focus, inside whatever elements. */
export function focused(): Element | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

/**
 * What somebody without a pointer would miss in a panel as it stands. From before it to behind it with real Tabs: what
 * the key never comes to, where it does not go on, goes against the reading direction, or lies where it is not seen;
 * and what can only be clicked. The focus comes back to where it was.
 */
export async function keyboardFaults(root: HTMLElement): Promise<readonly string[]> {
  const modal = deep(root).find((it): it is HTMLElement => it instanceof HTMLElement && it.matches('dialog:modal'));
  const scope = modal ?? root;
  const had = focused();
  const wanted = deep(scope).filter(isStop);
  for (const stop of wanted) if (stop !== had) atRest.set(stop, outlineOf(stop));
  const found = new Set(
    deep(scope)
      .filter(isForPointersOnly)
      .map((it) => `${nameOf(it)} is for pointers only`),
  );
  const rounds = modal ? [await fromFirst(scope, wanted, found)] : await fromFocus(scope, had, found);
  const seen = rounds.flat();
  for (const stop of wanted)
    if (!seen.includes(stop) && !goesWithTheFocus(stop)) found.add(`Tab does not come to ${nameOf(stop)}`);
  for (const round of rounds)
    round.forEach((stop, at) => {
      const before = round[at - 1];
      if (before && goesBack(before, stop)) found.add(`${nameOf(stop)} comes after ${nameOf(before)}`);
    });
  if (had instanceof HTMLElement) had.focus({ preventScroll: true });
  return [...found];
}

/** What goes when the focus leaves the list is done by a key of the list, and says by which. */
const goesWithTheFocus = (stop: Element): boolean => !stop.isConnected && stop.querySelector('kbd') !== null;

/** A dialog, from its first stop on. */
async function fromFirst(scope: HTMLElement, wanted: readonly Element[], found: Set<string>): Promise<Round> {
  const [first] = wanted;
  if (!(first instanceof HTMLElement)) return [];
  first.focus();
  return tabsFrom(first, scope, found);
}

/** From where the focus is to the end, for what is there only while it is there; then from the beginning. */
async function fromFocus(scope: HTMLElement, had: Element | null, found: Set<string>): Promise<readonly Round[]> {
  const [before, after] = [sentinel(), sentinel()];
  scope.before(before);
  scope.after(after);
  // What floats closes behind the focus: it is gone through from its own beginning.
  const floating = had?.closest(':popover-open');
  const start = (floating && deep(floating).find(isStop)) ?? had;
  if (start instanceof HTMLElement) start.focus({ preventScroll: true });
  const rest = start && start !== document.body && within(start, scope) ? await tabsFrom(start, scope, found) : [];
  before.focus();
  const all = await tabsFrom(before, scope, found);
  before.remove();
  after.remove();
  return [rest, all];
}

/** The stops of Tab in the order in which it comes to them. */
type Round = readonly Element[];

/** The stops from an element on, until Tab is out of the scope or where it was. */
async function tabsFrom(start: Element, scope: HTMLElement, found: Set<string>): Promise<Round> {
  const seen: Element[] = within(start, scope) ? [start] : [];
  let isOut = false;
  const onKey = (): void => {
    const now = focused();
    isOut ||= !now || !within(now, scope) || (now === start && seen.length > 1);
    if (isOut || !now || seen.includes(now)) return;
    seen.push(now);
    const fault =
      ringFault(now) ??
      (atRest.get(now) === outlineOf(now) && outlineOf(now) !== '' ? 'looks as it does without the focus' : '');
    if (fault) found.add(`${nameOf(now)} ${fault}`);
  };
  addEventListener('keyup', onKey);
  // Fields of dates stop several times.
  for (let rounds = 0; !isOut && rounds < 12; rounds += 1) await pressKeys(...TABS);
  removeEventListener('keyup', onKey);
  if (!isOut) found.add(`Tab stays at ${nameOf(focused() ?? scope)}`);
  return seen;
}

const TABS = Array.from({ length: 8 }, () => 'Tab');

function sentinel(): HTMLElement {
  const button = document.createElement('button');
  button.setAttribute('style', 'position: fixed; inset: 0 auto auto 0; opacity: 0');
  return button;
}

/** What is drawn around things while they do not have the focus. */
const atRest = new WeakMap<Element, string>();
const outlineOf = (element: Element): string => {
  const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element);
  return outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor} ${outlineOffset}`;
};

const CONTROLS = 'button, a[href], input, select, textarea, summary, [tabindex], [role="option"]';
const clicked = new WeakSet<EventTarget>();
const listen = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: Parameters<typeof listen>) {
  if (args[0] === 'click') clicked.add(this);
  listen.apply(this, args);
};

const isShown = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true }) &&
  element.getBoundingClientRect().width > 0 &&
  !element.closest('[inert]');
const isStop = (element: Element): boolean =>
  element instanceof HTMLElement &&
  element.matches(CONTROLS) &&
  element.tabIndex >= 0 &&
  !element.matches(':disabled') &&
  !isOtherOfRadios(element) &&
  isShown(element);

/** Of radio buttons of one name Tab comes to one, the arrows to the others. */
function isOtherOfRadios(element: Element): boolean {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return false;
  const root = element.getRootNode() as ShadowRoot;
  const others = [...root.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${element.name}"]`)];
  return others.some((it) => it.checked) || others[0] !== element;
}

/** Something to press that neither Tab nor the arrows of what it belongs to come to. */
function isForPointersOnly(element: Element): boolean {
  if (!isShown(element) || element.matches(':disabled')) return false;
  if (element.matches(CONTROLS))
    return !isStop(element) && element.matches('button, input, [role]') && !isInGroup(element);
  // What listens for all that it holds is no control.
  return (
    clicked.has(element) && !element.matches('label') && !element.localName.includes('-') && !deep(element).some(isStop)
  );
}

/** One of a group that is one stop, or that its field steers. */
function isInGroup(element: Element): boolean {
  if (isOtherOfRadios(element)) return true;
  const group = element.closest('[role="grid"], [role="tablist"], [role="listbox"]');
  if (!group) return false;
  const steered = `[role="combobox"][aria-controls="${group.id}"]`;
  const root = element.getRootNode() as ShadowRoot;
  return [...group.querySelectorAll('[tabindex="0"]'), ...root.querySelectorAll(steered)].some(isStop);
}

/** Above what came before it, or before it in the same line: columns are read one after the other. */
function goesBack(before: Element, after: Element): boolean {
  if (within(after, before) || within(before, after) || [before, after].some((it) => isSticky(it) || !isShown(it)))
    return false;
  const [from, to] = [before.getBoundingClientRect(), after.getBoundingClientRect()];
  const isAbove = to.bottom <= from.top;
  const isSameLine = to.top < from.bottom && from.top < to.bottom;
  const isRtl = getComputedStyle(after).direction === 'rtl';
  const isBeside = isRtl ? to.right <= from.left : to.left >= from.right;
  const isBefore = isRtl ? to.left >= from.right : to.right <= from.left;
  return (isAbove && !isBeside) || (isSameLine && isBefore);
}

/** What stays in sight while the rest scrolls under it has no place in the order of what is seen. */
function isSticky(element: Element): boolean {
  for (let around: Element | null = element; around; around = around.parentElement)
    if (getComputedStyle(around).position === 'sticky') return true;
  return false;
}

function within(element: Element, scope: Element): boolean {
  for (let around: Node | null = element; around; around = around.parentNode ?? (around as ShadowRoot).host)
    if (around === scope) return true;
  return false;
}

function deep(root: Element): readonly Element[] {
  const children = [...(root.shadowRoot?.children ?? []), ...root.children];
  return children.flatMap((child) => [child, ...deep(child)]);
}

function nameOf(element: Element): string {
  const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
  const classes = [...element.classList].map((it) => `.${it}`).join('');
  return `${element.localName}${classes} “${words.replaceAll(/\s+/gu, ' ').trim().slice(0, 40)}”`;
}
