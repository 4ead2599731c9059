import { defineComposer } from '../../../widget/composer/index.ts';
import type { FloorwalkComposer } from '../../../widget/composer/index.ts';
import type { MessageSubmittedEvent, PlaneChangedEvent, TypingEvent } from '../../../widget/events/message-events.ts';
import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

defineComposer();

/** A composer on a page, and what it sent. */
export interface Desk {
  readonly el: FloorwalkComposer;
  readonly sent: MessageSubmittedEvent[];
  readonly typed: string[];
  readonly planes: PlaneChangedEvent[];
}

/** A composer of this mode, with what its page hears. */
export const desk = async (mode: 'supervisor' | 'agent', more: Partial<FloorwalkComposer> = {}): Promise<Desk> => {
  const sent: MessageSubmittedEvent[] = [];
  const typed: string[] = [];
  const planes: PlaneChangedEvent[] = [];
  const el = await fixture<FloorwalkComposer>(
    html`<floorwalk-composer
      .mode=${mode}
      .conversation=${'c1'}
      .customer=${more.customer ?? 'Marta Olsen'}
      .agent=${'Priya Raman'}
      .supervisors=${2}
      .signature=${more.signature ?? ''}
      .internalOnly=${more.internalOnly ?? false}
      @floorwalk-message-submitted=${(event: MessageSubmittedEvent) => sent.push(event)}
      @floorwalk-typing=${(event: TypingEvent) => typed.push(event.plane)}
      @floorwalk-plane-changed=${(event: PlaneChangedEvent) => planes.push(event)}
    ></floorwalk-composer>`,
  );
  return { el, sent, typed, planes };
};

/** Where one writes. */
export const field = (el: FloorwalkComposer): HTMLTextAreaElement => {
  const found = el.shadowRoot?.querySelector('textarea');
  if (!found) throw new TypeError('no field');
  return found;
};

/** All words of the composer in one line. */
export const words = (el: FloorwalkComposer): string => (el.shadowRoot?.textContent ?? '').replaceAll(/\s+/gu, ' ');

/** Writes as a person does. */
export const write = async (el: FloorwalkComposer, text: string): Promise<void> => {
  field(el).value = text;
  field(el).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await el.updateComplete;
};

/** Presses keys together, the last one on the others. */
export const press = async (el: FloorwalkComposer, ...keys: string[]): Promise<void> => {
  field(el).focus();
  for (const key of keys.slice(0, -1)) await sendKeys({ down: key });
  await sendKeys({ press: keys.at(-1) ?? '' });
  for (const key of keys.slice(0, -1)) await sendKeys({ up: key });
  await el.updateComplete;
};

/** The button with these words. */
export const button = (el: FloorwalkComposer, text: string): HTMLButtonElement => {
  const found = [...(el.shadowRoot?.querySelectorAll('button') ?? [])].find((it) => it.textContent.includes(text));
  if (!found) throw new TypeError(`no button "${text}"`);
  return found;
};
