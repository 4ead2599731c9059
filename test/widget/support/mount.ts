import { fixtureSync, html } from '@open-wc/testing';
import type { LiveClient } from '../../../widget/client/index.ts';
import { settled } from './fake-clock.ts';

export interface Mounted<E> {
  readonly el: E;
  readonly events: readonly Event[];
  /** Lets what is under way come to the screen. */
  shown(): Promise<void>;
}

/** A panel on a page of this width, on a given connection, with the events of these names that reach the page. */
export async function mount<E extends HTMLElement & { readonly updateComplete: Promise<boolean> }>(
  name: string,
  client: LiveClient,
  more: object = {},
  { width = 900, height = 600, hears = [] as readonly string[] } = {},
): Promise<Mounted<E>> {
  const box = fixtureSync(html`<div></div>`);
  box.setAttribute('style', `width: ${width}px; height: ${height}px`);
  const events: Event[] = [];
  for (const type of hears) box.addEventListener(type, (event) => events.push(event));
  const el = document.createElement(name) as E;
  Object.assign(el, { client, ...more });
  box.append(el);
  const shown = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn += 1) {
      await settled();
      await el.updateComplete;
    }
  };
  await shown();
  return { el, events, shown };
}
