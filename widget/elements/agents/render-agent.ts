import { chosenPresences, type Presence } from '@floorwalk/core';
import type { AgentCard } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { loadBar, presenceMark } from '../../pictures/index.ts';
import { duration, enumeration, list, presenceWord, t } from '../../strings/index.ts';

/** What is done with an agent on the board. */
export interface AgentDeeds {
  /** A presence was chosen; it is confirmed before it is set. */
  readonly choose: (agent: AgentCard, presence: Presence) => void;
  readonly confirm: () => void;
  readonly cancel: () => void;
  /** The focus went elsewhere: as cancelled, and it stays where it went. */
  readonly leave: () => void;
  /** Their conversations are wanted on the floor. */
  readonly show: (agent: AgentCard) => void;
}

/** A presence that waits to be confirmed. */
export interface Chosen {
  readonly agent: string;
  readonly presence: Presence;
}

/** Whether they could be given one more: they are there, and have units free. */
export const couldTakeOne = ({ presence, reachable, capacity, load }: AgentCard): boolean =>
  reachable && (presence === 'available' || presence === 'busy') && capacity > load;

/** The units of each conversation, and at the end of those that this supervisor does not see (R2): all of them are load. */
const blocksOf = ({ conversations, load }: AgentCard): readonly number[] => {
  const seen = conversations.map(({ units }) => units);
  const unseen = load - seen.reduce((sum, units) => sum + units, 0);
  return unseen > 0 ? [...seen, unseen] : seen;
};

/** One agent: presence first by shape, then name, words and queues, and the load as a bar with its numbers (K4). */
export function renderAgent(
  card: AgentCard,
  now: number,
  me: string,
  chosen: Chosen | undefined,
  deeds: AgentDeeds,
): TemplateResult {
  const free = card.capacity - card.load;
  const held = card.conversations.map(({ customer }) => customer);
  return html`<li class="agent" part="agent" data-id=${card.id}>
    ${presenceMark(card.presence, card.reachable)}
    <span class="two">
      <button
        class="name cut"
        type="button"
        dir="auto"
        title=${t('showOnFloor', { agent: card.name })}
        @click=${() => deeds.show(card)}
      >
        ${card.name}
      </button>
      ${renderPresence(card, now, me, deeds)}
    </span>
    <span class="two load" title=${held.length > 0 ? t('holds', { customers: list(held) }) : ''}>
      ${loadBar(blocksOf(card), card.capacity)}
      <span class="numbers"
        ><span class="muted num">${t('loadOf', { load: card.load, capacity: card.capacity })}</span
        ><span class="num ${free < 0 ? 'late' : couldTakeOne(card) ? 'free' : 'muted'}"
          >${t('free', { units: free })}</span
        ></span
      >
    </span>
    ${chosen?.agent === card.id ? renderConfirm(card, chosen.presence, deeds) : nothing}
  </li>`;
}

/** The presence in words with the queues; changing it begins here. */
const renderPresence = (card: AgentCard, now: number, me: string, { choose }: AgentDeeds): TemplateResult =>
  html`<select
    class="field cut"
    part="field"
    aria-label=${t('setPresence', { agent: card.name })}
    @change=${(event: Event) => {
      const field = event.target as HTMLSelectElement;
      const presence = chosenPresences.find((it) => it === field.value);
      field.value = '';
      if (presence) choose(card, presence);
    }}
  >
    <option value="">${enumeration([presenceWords(card, now, me), ...card.queues.map(({ name }) => name)])}</option>
    ${chosenPresences.map((presence) => html`<option value=${presence}>${presenceWord(presence)}</option>`)}
  </select>`;

function presenceWords(
  { presence, custom, reachable, unreachableSince, setBy, id }: AgentCard,
  now: number,
  me: string,
) {
  if (!reachable && unreachableSince !== null && presence !== 'offline')
    return t('unreachableFor', { duration: duration(now - unreachableSince) });
  const words = custom ?? presenceWord(presence, reachable);
  if (setBy === null || setBy.id === id) return words;
  return setBy.id === me
    ? t('presenceSetByYou', { presence: words })
    : t('presenceSetBy', { presence: words, by: setBy.name });
}

/** Somebody else's presence is not changed by a slip of the hand: what it means is said first. */
const renderConfirm = ({ name }: AgentCard, presence: Presence, deeds: AgentDeeds): TemplateResult => {
  const words = presenceWord(presence);
  const question = t('presenceConfirm', { agent: name, presence: words });
  return html`<div
    class="confirm"
    role="group"
    aria-label=${question}
    @focusout=${({ currentTarget, relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !(currentTarget as Node).contains(relatedTarget)) deeds.leave();
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      deeds.cancel();
    }}
  >
    <p dir="auto"><strong>${question}</strong> ${t('presenceConfirmMore', { agent: name })}</p>
    <div class="buttons">
      <button class="button" part="button" type="button" @click=${deeds.cancel}>${t('cancel')}</button>
      <button class="button primary" part="button primary" type="button" @click=${deeds.confirm}>
        ${t('presenceSetDo', { presence: words })}
      </button>
    </div>
  </div>`;
};
