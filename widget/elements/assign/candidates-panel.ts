import {
  candidates as candidatesSchema,
  parse,
  type AgentCandidate,
  type Candidates,
  type QueueCandidate,
} from '@floorwalk/core/protocol';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CommandInput, LiveClient, Outcome } from '../../client/index.ts';
import { PanelClosedEvent } from '../../events/floor-events.ts';
import { icon } from '../../icons/index.ts';
import { loadBar, pictureStyles, presenceMark } from '../../pictures/index.ts';
import { presenceWord, refusalHint, t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { candidateStyles } from './candidates.styles.ts';

export type Target = AgentCandidate | QueueCandidate;

/** Candidates are asked for again this often while a dialog is open, so that loads and presences are those of now. */
const REFRESH_MS = 5_000;

/**
 * What the assign and the transfer dialog have in common: the candidates, moving through them, what would happen, the
 * reason for exceeding, and the answer. What differs is what they ask and say.
 */
export abstract class CandidatesPanel extends FloorwalkPanel {
  static override styles = [...staffStyles, pictureStyles, candidateStyles];

  /** The conversation that is given to somebody. */
  @property() conversation = '';
  /** Who it is with, for the title. */
  @property() customer = '';

  @state() protected found: Candidates | undefined;
  @state() protected chosen = '';
  @state() protected isAll = false;
  @state() protected reason = '';
  @state() protected trouble = '';
  @state() private search = '';
  @state() private isSending = false;

  protected abstract readonly purpose: 'assign' | 'transfer';
  protected abstract titleWords(): string;
  /** What happens if this target is confirmed, in words. */
  protected abstract terms(target: Target): string;
  protected abstract confirmWord(target: Target | undefined): string;
  protected abstract commandFor(target: Target, override: { readonly reason: string } | undefined): CommandInput;
  protected abstract doneWord(target: Target): string;
  /** More fields below the candidates. */
  protected renderMore(): TemplateResult | typeof nothing {
    return nothing;
  }

  protected override opened(client: LiveClient, signal: AbortSignal): void {
    void this.#load(client);
    const timer = setInterval(() => void this.#load(client), REFRESH_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  protected override willUpdate(changed?: PropertyValues<this>): void {
    super.willUpdate();
    if (changed?.has('conversation') && this.live) {
      this.found = undefined;
      this.chosen = '';
      this.trouble = '';
      void this.#load(this.live);
    }
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('.search')?.focus();
  }

  protected get target(): Target | undefined {
    return (
      this.found?.agents.find(({ id }) => `agent ${id}` === this.chosen) ??
      this.found?.queues.find(({ id }) => `queue ${id}` === this.chosen)
    );
  }

  protected override render(): TemplateResult {
    return html`<section
      class="panel"
      part="dialog"
      role="group"
      aria-label=${this.titleWords()}
      @keydown=${this.#onKey}
    >
      <header class="head" part="header">
        <div class="about">
          <div role="heading" aria-level=${this.headingLevel} class="title strong" dir="auto">${this.titleWords()}</div>
        </div>
        <button
          class="button plain square"
          part="button"
          type="button"
          aria-label=${t('cancel')}
          @click=${() => this.#close()}
        >
          ${icon('close')}
        </button>
      </header>
      ${this.renderConnection()} ${this.#renderTools()} ${this.#renderList()} ${this.renderMore()}
      ${this.#renderWhatIf()}
      <footer class="foot">
        <span class="grow muted" role="status">${this.#missing(this.target)}</span>
        <button class="button" part="button" type="button" @click=${() => this.#close()}>${t('cancel')}</button>
        <button
          class="button primary"
          part="button primary"
          type="button"
          aria-disabled=${this.#missing(this.target) !== '' || this.isSending}
          @click=${() => void this.#confirm()}
        >
          ${this.confirmWord(this.target)}
        </button>
      </footer>
    </section>`;
  }

  #renderTools(): TemplateResult {
    return html`<div class="tools">
      <input
        class="field search"
        part="field"
        type="search"
        .value=${this.search}
        placeholder=${t(this.purpose === 'assign' ? 'searchTargets' : 'searchAgents')}
        aria-label=${t(this.purpose === 'assign' ? 'searchTargets' : 'searchAgents')}
        aria-controls="candidates"
        @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
      />
      <label><input type="checkbox" .checked=${this.isAll} @change=${this.#onAll} /> ${t('showEverybody')}</label>
    </div>`;
  }

  #renderList(): TemplateResult {
    if (!this.found) return html`<div class="empty" part="status"><p>${t('gettingTheCandidates')}</p></div>`;
    const { agents, queues } = this.#shown();
    return html`<div class="list" id="candidates" role="listbox" tabindex="-1" aria-label=${this.titleWords()}>
      ${agents.length > 0 ? html`<div class="group" role="presentation">${t('targetAgents')}</div>` : nothing}
      ${agents.map((agent) => this.#renderAgent(agent))}
      ${queues.length > 0 ? html`<div class="group" role="presentation">${t('targetQueues')}</div>` : nothing}
      ${queues.map((queue) => this.#renderQueue(queue))}
      ${agents.length + queues.length === 0 ? html`<div class="empty"><p>${t('nobodyToChoose')}</p></div>` : nothing}
    </div>`;
  }

  #renderAgent(agent: AgentCandidate): TemplateResult {
    const key = `agent ${agent.id}`;
    const free = agent.capacity - agent.load - agent.units;
    return html`<div
      class="candidate"
      part="row"
      id=${`c-${key.replaceAll(' ', '-')}`}
      role="option"
      aria-selected=${key === this.chosen}
      @click=${() => this.#choose(key)}
      @dblclick=${() => void this.#confirm()}
    >
      ${presenceMark(agent.presence, agent.reachable)}
      <span class="two"
        ><span class="cut strong" dir="auto">${agent.name}</span
        ><span class="cut muted"
          >${presenceWord(agent.presence, agent.reachable)}${agent.leavesFloor ? `, ${t('leavesYourFloor')}` : ''}</span
        ></span
      >
      <span class="cut muted c-queues">${agent.queues.map(({ name }) => name).join(', ')}</span>
      <span class="two c-bar"
        >${loadBar(agent.load, agent.capacity, { whatIf: agent.units })}<span class="muted num"
          >${t('loadOf', { load: agent.load + agent.units, capacity: agent.capacity })}</span
        ></span
      >
      <span class="num ${agent.excess > 0 ? 'over' : free > 0 && agent.refusal === null ? 'free' : 'muted'}"
        >${agent.excess > 0 ? t('over', { units: agent.excess }) : t('free', { units: free })}</span
      >
    </div>`;
  }

  #renderQueue(queue: QueueCandidate): TemplateResult {
    const key = `queue ${queue.id}`;
    const note = queue.refusal
      ? refusalHint(queue.refusal, 'assign', 'open', null)
      : queue.leavesFloor
        ? t('leavesYourFloor')
        : '';
    return html`<div
      class="candidate"
      part="row"
      id=${`c-${key.replaceAll(' ', '-')}`}
      role="option"
      aria-selected=${key === this.chosen}
      aria-disabled=${queue.refusal !== null}
      @click=${() => this.#choose(key)}
      @dblclick=${() => void this.#confirm()}
    >
      ${icon('note')}
      <span class="two"
        ><span class="cut strong" dir="auto">${queue.name}</span><span class="cut muted">${note}</span></span
      >
      <span class="muted c-queues"></span><span class="muted c-bar">${t('columnOpenNow')}: ${queue.open}</span
      ><span class="num muted">${queue.members}</span>
    </div>`;
  }

  #renderWhatIf(): TemplateResult | typeof nothing {
    const { target, trouble } = this;
    if (!target)
      return trouble
        ? html`<div class="strip bad" part="refusal" role="alert">${icon('warning')}<span>${trouble}</span></div>`
        : nothing;
    const needsReason = target.kind === 'agent' && target.refusal !== null && target.overridable;
    return html`<div class="what-if" part="what-if" aria-live="polite">
      <div>${target.kind === 'agent' ? this.#holds(target) : nothing} ${this.terms(target)}</div>
      ${
        needsReason
          ? html`<label
              ><span class="label">${t('reason')} <small>${t('overrideIsAudited')}</small></span
              ><input
                class="field"
                part="field"
                .value=${this.reason}
                placeholder=${t('reasonPlaceholder')}
                @input=${(event: Event) => (this.reason = (event.target as HTMLInputElement).value)}
            /></label>`
          : nothing
      }
      ${trouble ? html`<div class="strip bad" part="refusal" role="alert">${icon('warning')}<span>${trouble}</span></div>` : nothing}
    </div>`;
  }

  #holds(agent: AgentCandidate): TemplateResult {
    const facts = { agent: agent.name, would: agent.load + agent.units, capacity: agent.capacity };
    return html`<strong
      >${agent.excess > 0 ? t('wouldExceed', { ...facts, over: agent.excess }) : t('wouldHold', facts)}</strong
    >`;
  }

  /** What is still missing before it may be confirmed; empty for nothing. */
  #missing(target: Target | undefined): string {
    if (!target) return t(this.purpose === 'assign' ? 'chooseTarget' : 'chooseAgent');
    if (target.refusal === null) return '';
    if (target.kind === 'queue' || !target.overridable) return refusalHint(target.refusal, this.purpose, 'open', null);
    return this.reason.trim() === '' ? t('giveReason') : '';
  }

  #shown(): Candidates {
    const text = this.search.trim().toLocaleLowerCase();
    const has = ({ name }: { name: string }): boolean => name.toLocaleLowerCase().includes(text);
    return { agents: this.found?.agents.filter(has) ?? [], queues: this.found?.queues.filter(has) ?? [] };
  }

  async #load(client: LiveClient): Promise<void> {
    if (this.conversation === '') return;
    const path = `/v1/conversations/${encodeURIComponent(this.conversation)}/candidates?for=${this.purpose}${this.isAll ? '&all=1' : ''}`;
    const answer = await client.get(path).catch(() => undefined);
    if (!answer) return;
    const parsed = parse(candidatesSchema, answer.body);
    if (answer.ok && parsed.ok) this.found = parsed.value;
    else this.trouble = (answer.body as { detail?: string }).detail ?? '';
  }

  async #confirm(): Promise<void> {
    const { target } = this;
    if (!target || this.#missing(target) !== '' || this.isSending) return;
    const override = target.kind === 'agent' && target.refusal !== null ? { reason: this.reason.trim() } : undefined;
    this.isSending = true;
    const outcome: Outcome = (await this.live?.command(this.commandFor(target, override))) ?? {
      ok: false,
      refusal: null,
    };
    this.isSending = false;
    const trouble = this.failure(outcome);
    if (trouble === undefined) return this.#close(this.doneWord(target));
    this.trouble = `${trouble} ${outcome.ok || outcome.refusal?.winner === undefined ? '' : t('choiceNotSent', { choice: target.name })}`;
  }

  #choose(key: string): void {
    this.chosen = key;
    this.trouble = '';
  }

  #close(words = ''): void {
    this.dispatchEvent(new PanelClosedEvent(words));
  }

  readonly #onAll = (event: Event): void => {
    this.isAll = (event.target as HTMLInputElement).checked;
    if (this.live) void this.#load(this.live);
  };

  /** Arrows move through the candidates from the search field, the what-if line follows; Enter confirms. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return this.#close();
    const isField = (event.composedPath()[0] as HTMLElement).tagName === 'TEXTAREA';
    if (isField) return;
    const { agents, queues } = this.#shown();
    const keys = [...agents.map(({ id }) => `agent ${id}`), ...queues.map(({ id }) => `queue ${id}`)];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && keys.length > 0) {
      const next = Math.min(keys.length - 1, Math.max(0, keys.indexOf(this.chosen) + step));
      this.#choose(keys[next] ?? '');
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
      );
      event.preventDefault();
    }
    if (event.key === 'Enter' && (event.composedPath()[0] as HTMLElement).tagName === 'INPUT') {
      void this.#confirm();
      event.preventDefault();
    }
  };
}
