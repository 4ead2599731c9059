/** The words that an element shows, in one line. */
export const words = (el: Element | null | undefined): string =>
  ((el?.shadowRoot ?? el)?.textContent ?? '').replaceAll(/\s+/gu, ' ').trim();

/** The first element in a panel that a selector finds. */
export const one = <E extends HTMLElement = HTMLElement>(el: Element, selector: string): E => {
  const found = el.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new TypeError(`no ${selector}`);
  return found;
};
export const all = (el: Element, selector: string): readonly HTMLElement[] => [
  ...(el.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** The button in a panel with these words in its text or its label. */
export const button = (el: Element, text: string): HTMLButtonElement => {
  const found = all(el, 'button').find((it) => `${words(it)} ${it.getAttribute('aria-label') ?? ''}`.includes(text));
  if (!(found instanceof HTMLButtonElement)) throw new TypeError(`no button "${text}"`);
  return found;
};

/** Writes into a field as a person does. */
export const write = (field: HTMLElement, text: string): void => {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) throw new TypeError('no field');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};
/** A key, as it comes to what has the focus. */
export const press = (on: HTMLElement, key: string): void => {
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
};
/** What screen readers were told last. */
export const announced = (): string =>
  document.querySelector('[data-floorwalk-announcer]')?.lastElementChild?.textContent ?? '';
