import '../../../widget/elements/settings/define.ts';
import { fixture, html } from '@open-wc/testing';
import type { FloorwalkSettings } from '../../../widget/elements/settings/settings.ts';
import { scriptedClient, ScriptedServer } from './scripted-server.ts';
import { all, button, one } from './shown.ts';

const soon = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

/** Waits until nothing is asked any more and everything is drawn. */
export async function settled(el: FloorwalkSettings): Promise<void> {
  for (let turns = 0; turns < 6; turns++) await soon();
  while (one(el, 'section').getAttribute('aria-busy') === 'true' || isReading(el)) await soon();
  await soon();
  await el.updateComplete;
}
const isReading = (el: FloorwalkSettings): boolean =>
  all(el, '.reading').some((it) => it.textContent === 'Reading the settings');

/** The settings of a signed-in administrator, read, on a connection of a server that tells what others save. */
export async function openSettings(width = 1_000, server = new ScriptedServer()): Promise<FloorwalkSettings> {
  const token = async () => 'token';
  const client = await scriptedClient(server);
  const box = await fixture(
    html`<div><floorwalk-settings .client=${client} .getToken=${token}></floorwalk-settings></div>`,
  );
  box.setAttribute('style', `width: ${width}px`);
  const el = box.querySelector('floorwalk-settings');
  if (!el) throw new TypeError('the panel is not there');
  await settled(el);
  return el;
}

/** Goes to a section, and to one of its entries by name. */
export async function goTo(el: FloorwalkSettings, section: string, entry?: string): Promise<void> {
  tab(el, section).click();
  await settled(el);
  if (entry === undefined) return;
  const item = all(el, '.item').find((it) => it.querySelector('.strong')?.textContent === entry);
  if (!item) throw new TypeError(`no ${entry}`);
  item.click();
  await settled(el);
}

export const tab = (el: FloorwalkSettings, section: string): HTMLElement => {
  const found = all(el, '.tab').find((it) => it.textContent?.trim() === section);
  if (!found) throw new TypeError(`no section ${section}`);
  return found;
};

/** Presses a button and waits for what follows. */
export async function act(el: FloorwalkSettings, text: string): Promise<void> {
  button(el, text).click();
  await settled(el);
}

/** Chooses in a list. */
export function choose(field: HTMLElement, value: string): void {
  if (!(field instanceof HTMLSelectElement)) throw new TypeError('no list');
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
