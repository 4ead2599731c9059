import type { FloorRow } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { midSentence, stateWord, t } from '../../strings/index.ts';

/** What was asked of a conversation and not done, in words; without a conversation it is about the whole floor. */
export interface Refused {
  readonly id: string;
  readonly words: string;
}

/** A refusal where it happened: what stood against it, how the conversation is now, and what can be done now. */
export const renderRefused = (
  { words }: Refused,
  row: FloorRow | undefined,
  monitor: () => void,
  close: () => void,
): TemplateResult =>
  html`<div class="refusal" part="refusal" role="alert">
    ${icon('warning')}<span class="grow" dir="auto">${words} ${row ? nowWords(row) : nothing}</span>
    ${
      row?.may['monitor'] === null
        ? html`<button class="button" part="button" type="button" @click=${monitor}>${t('commandMonitor')}</button>`
        : nothing
    }
    <button class="button" part="button" type="button" @click=${close}>${t('close')}</button>
  </div>`;

const nowWords = ({ state, phase, agent, pending }: FloorRow): string => {
  const facts = { state: midSentence(stateWord(state, phase)) };
  const holder = agent ?? pending?.agent;
  return holder ? t('nowIs', { ...facts, agent: holder.name }) : t('nowIsAlone', facts);
};
