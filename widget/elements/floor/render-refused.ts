import type { FloorRow } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { midSentence, stateWord, t } from '../../strings/index.ts';

/** What was asked of a conversation and not done, in words; without a conversation it is about the whole floor. */
export interface Refused {
  readonly id: string;
  readonly words: string;
}

/** Where a refusal is kept until it is closed. */
interface Requests {
  readonly refused: Refused | undefined;
  refuse(refused: undefined): void;
}

/** A refusal where it happened: what stood against it, how the conversation is now, and what can be done now. */
export const renderRefused = (
  requests: Requests,
  rows: ReadonlyMap<string, FloorRow>,
  monitor: (id: string) => void,
): TemplateResult => {
  const { refused } = requests;
  if (!refused) return html``;
  const row = rows.get(refused.id);
  return html`<div class="refusal" part="refusal" role="alert">
    ${icon('warning')}<span class="grow" dir="auto">${refused.words} ${row ? nowWords(row) : nothing}</span>
    ${
      row?.may['monitor'] === null
        ? html`<button class="button" part="button" type="button" @click=${() => monitor(refused.id)}>
            ${t('commandMonitor')}
          </button>`
        : nothing
    }
    <button class="button" part="button" type="button" @click=${() => requests.refuse(undefined)}>${t('close')}</button>
  </div>`;
};

const nowWords = ({ state, phase, agent, pending }: FloorRow): string => {
  const facts = { state: midSentence(stateWord(state, phase)) };
  const holder = agent ?? pending?.agent;
  return holder ? t('nowIs', { ...facts, agent: holder.name }) : t('nowIsAlone', facts);
};
