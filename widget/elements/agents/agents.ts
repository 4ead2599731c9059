import type { AgentCard } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../../announcer/announcer.ts';
import type { LiveClient } from '../../client/index.ts';
import { AgentSelectedEvent } from '../../events/floor-events.ts';
import { icon } from '../../icons/index.ts';
import { pictureStyles, presenceMark } from '../../pictures/index.ts';
import { presenceWord, t } from '../../strings/index.ts';
import { rows, staffStyles } from '../../styles/index.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { agentsStyles } from './agents.styles.ts';
import { couldTakeOne, renderAgent, type AgentDeeds, type Chosen } from './render-agent.ts';

/**
 * Every agent with presence, reachability, load and queues; a supervisor may set a presence (K4).
 *
 * @fires floorwalk-agent-selected - An agent's conversations are wanted on the floor.
 */
export class FloorwalkAgents extends FloorwalkPanel {
  static override styles = [...staffStyles, rows, pictureStyles, agentsStyles];

  @state() private trouble = '';
  @state() private chosen: Chosen | undefined;
  @state() private isWhole = false;
  readonly #cards = new Map<string, AgentCard>();
  #order: readonly string[] = [];
  #isKnown = false;

  protected override opened(client: LiveClient, signal: AbortSignal): void {
    const subscription = client.subscribe({ kind: 'agents' }, (message) => {
      if (message.type !== 'agents') return;
      for (const card of message.cards) this.#cards.set(card.id, card);
      this.#order = message.order;
      this.#isKnown = true;
      this.requestUpdate();
    });
    signal.addEventListener('abort', () => subscription.close());
  }

  protected override render(): TemplateResult {
    const shutOut = this.renderShutOut();
    if (shutOut) return shutOut;
    const cards = this.#order.flatMap((id) => this.#cards.get(id) ?? []);
    const signedIn = cards.filter(({ presence }) => presence !== 'offline');
    const shown = (this.isWhole ? cards : signedIn).toSorted(
      (a, b) => b.capacity - b.load - (a.capacity - a.load) || a.name.localeCompare(b.name),
    );
    const me = this.live?.welcome?.person.id ?? '';
    return html`<section class="panel" part="panel" aria-label=${t('agents')}>
      ${this.#renderHead(signedIn, cards.length - signedIn.length)}
      ${this.trouble ? html`<div class="strip bad" role="alert">${icon('warning')}<span>${this.trouble}</span></div>` : nothing}
      ${shown.length === 0 && this.#isKnown ? this.#renderNobody() : nothing}
      <ul class="board" part="board">
        ${repeat(
          shown,
          ({ id }) => id,
          (card) => renderAgent(card, this.now(), me, this.chosen, this.#deeds),
        )}
      </ul>
    </section>`;
  }

  #renderHead(signedIn: readonly AgentCard[], offline: number): TemplateResult {
    const free = signedIn.filter(couldTakeOne).length;
    const unreachable = signedIn.filter(({ reachable }) => !reachable).length;
    return html`<header class="head" part="header">
      <div role="heading" aria-level=${this.headingLevel} class="strong">${t('agents')}</div>
      ${
        // Nought is said only once it is known.
        this.#isKnown
          ? html`<span class="muted">${t('signedIn', { agents: signedIn.length })}</span>
              <span class="line ${free > 0 ? 'free' : 'muted'}"
                >${free > 0 ? presenceMark('available', true) : nothing}${t('couldTakeOne', { agents: free })}</span
              >`
          : nothing
      }
      ${unreachable > 0 ? html`<span class="line late">${icon('brokenLink')}${t('unreachableCount', { agents: unreachable })}</span>` : nothing}
      ${
        offline > 0
          ? html`<button
              class="button plain whole"
              part="button"
              type="button"
              aria-pressed=${this.isWhole}
              @click=${() => (this.isWhole = !this.isWhole)}
            >
              ${this.isWhole ? t('hideOffline') : t('showOffline', { agents: offline })}
            </button>`
          : nothing
      }
    </header>`;
  }

  #renderNobody(): TemplateResult {
    return html`<div class="empty" part="status">
      <strong>${t('nobodySignedIn')}</strong>
      <p>${t('nobodySignedInMore')}</p>
    </div>`;
  }

  readonly #deeds: AgentDeeds = {
    choose: ({ id }, presence) => {
      this.trouble = '';
      this.chosen = { agent: id, presence };
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.confirm .primary')?.focus());
    },
    cancel: () => this.#close(),
    leave: () => (this.chosen = undefined),
    confirm: () => void this.#set(),
    show: ({ id }) => void this.dispatchEvent(new AgentSelectedEvent(id)),
  };

  async #set(): Promise<void> {
    const { chosen } = this;
    if (!chosen) return;
    this.#close();
    const outcome = await this.carryOut({ type: 'set-presence', ...chosen });
    this.trouble = outcome ? (this.failure(outcome) ?? '') : '';
    if (!outcome?.ok) return;
    const agent = this.#cards.get(chosen.agent)?.name ?? chosen.agent;
    announce(t('presenceSet', { agent, presence: presenceWord(chosen.presence) }));
  }

  /** The focus goes back to where the presence was chosen. */
  #close(): void {
    const { chosen } = this;
    this.chosen = undefined;
    if (!chosen) return;
    this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(chosen.agent)}"] select`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-agents': FloorwalkAgents;
  }
}
