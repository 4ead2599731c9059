import { chosenPresences } from '@floorwalk/core';
import type { AgentCard } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { LiveClient } from '../../client/index.ts';
import { icon } from '../../icons/index.ts';
import { loadBar, pictureStyles, presenceMark } from '../../pictures/index.ts';
import { duration, presenceWord, t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { agentsStyles } from './agents.styles.ts';

/**
 * Every agent with presence, reachability, load and queues; a supervisor may set a presence (K4).
 *
 * @csspart panel header board agent field status
 */
export class FloorwalkAgents extends FloorwalkPanel {
  static override styles = [...staffStyles, pictureStyles, agentsStyles];

  @state() private trouble = '';
  readonly #cards = new Map<string, AgentCard>();
  #order: readonly string[] = [];

  protected override opened(client: LiveClient, signal: AbortSignal): void {
    const subscription = client.subscribe({ kind: 'agents' }, (message) => {
      if (message.type !== 'agents') return;
      for (const card of message.cards) this.#cards.set(card.id, card);
      this.#order = message.order;
      this.requestUpdate();
    });
    signal.addEventListener('abort', () => subscription.close());
  }

  protected override render(): TemplateResult {
    const cards = this.#order.flatMap((id) => this.#cards.get(id) ?? []);
    const signedIn = cards.filter(({ presence }) => presence !== 'offline');
    const free = signedIn.filter(({ reachable, capacity, load }) => reachable && capacity - load > 0).length;
    const unreachable = signedIn.filter(({ reachable }) => !reachable).length;
    const shown = signedIn.toSorted(
      (a, b) => b.capacity - b.load - (a.capacity - a.load) || a.name.localeCompare(b.name),
    );
    return html`<section class="panel" part="panel" aria-label=${t('agents')}>
      <header class="head" part="header">
        <div role="heading" aria-level=${this.headingLevel} class="strong">${t('agents')}</div>
        <span class="muted">${t('signedIn', { agents: signedIn.length })}</span>
        <span class="line free">${presenceMark('available', true)}${t('couldTakeOne', { agents: free })}</span>
        ${unreachable > 0 ? html`<span class="line late">${icon('brokenLink')}${t('unreachableCount', { agents: unreachable })}</span>` : nothing}
      </header>
      ${this.trouble ? html`<div class="strip bad" role="alert">${icon('warning')}<span>${this.trouble}</span></div>` : nothing}
      <ul class="board" part="board">
        ${repeat(
          shown,
          ({ id }) => id,
          (card) => this.#renderAgent(card),
        )}
      </ul>
    </section>`;
  }

  #renderAgent(card: AgentCard): TemplateResult {
    const free = card.capacity - card.load;
    const words =
      card.unreachableSince === null || card.reachable
        ? presenceWord(card.presence, card.reachable)
        : t('unreachableFor', { duration: duration(this.now() - card.unreachableSince) });
    return html`<li class="agent" part="agent">
      ${presenceMark(card.presence, card.reachable)}
      <span class="two">
        <span class="cut" dir="auto">${card.name}</span>
        <select
          class="field cut"
          part="field"
          aria-label=${t('setPresence', { agent: card.name })}
          @change=${(event: Event) => void this.#set(card.id, event.target as HTMLSelectElement)}
        >
          <option value="">
            ${words}${card.queues.length > 0 ? `, ${card.queues.map(({ name }) => name).join(', ')}` : ''}
          </option>
          ${chosenPresences.map((presence) => html`<option value=${presence}>${presenceWord(presence)}</option>`)}
        </select>
      </span>
      <span class="two">
        ${loadBar(
          card.conversations.map(({ units }) => units),
          card.capacity,
        )}
        <span class="numbers"
          ><span class="muted num">${t('loadOf', { load: card.load, capacity: card.capacity })}</span
          ><span class="num ${free < 0 ? 'late' : free > 0 ? 'free' : 'muted'}"
            >${t('free', { units: free })}</span
          ></span
        >
      </span>
    </li>`;
  }

  async #set(agent: string, field: HTMLSelectElement): Promise<void> {
    const presence = field.value;
    field.value = '';
    if (presence === '') return;
    const outcome = await this.live?.command({ type: 'set-presence', agent, presence });
    this.trouble = outcome ? (this.failure(outcome) ?? '') : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-agents': FloorwalkAgents;
  }
}
