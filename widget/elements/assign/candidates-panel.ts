import { candidates as candidatesSchema, parse, type AgentCandidate, type Candidates } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live as fromPage } from 'lit/directives/live.js';
import type { CommandInput, LiveClient, Outcome } from '../../client/index.ts';
import { PanelClosedEvent } from '../../events/floor-events.ts';
import { icon } from '../../icons/index.ts';
import { pictureStyles } from '../../pictures/index.ts';
import { refusalSentence, t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { candidateStyles } from './candidates.styles.ts';
import { isOverridable, keyOf, refusedWords, renderCandidate, type Target } from './render-candidates.ts';

export type { Target };

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
  /** The conversation whose candidates were asked for. */
  #asked = '';

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

  /** Another conversation is being given away. */
  protected began(_client: LiveClient): void {}

  protected override opened(client: LiveClient, signal: AbortSignal): void {
    this.#asked = '';
    const timer = setInterval(() => void this.#load(client), REFRESH_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  protected override willUpdate(): void {
    super.willUpdate();
    if (!this.live || this.#asked === this.conversation) return;
    this.#asked = this.conversation;
    this.found = undefined;
    this.chosen = '';
    this.reason = '';
    this.trouble = '';
    void this.#load(this.live);
    this.began(this.live);
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('.search')?.focus();
  }

  protected get target(): Target | undefined {
    return [...(this.found?.agents ?? []), ...(this.found?.queues ?? [])].find((it) => keyOf(it) === this.chosen);
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
    const { agents, queues } = this.#shown();
    const hasList = agents.length + queues.length > 0;
    return html`<div class="tools">
      <input
        class="field search"
        part="field"
        type="search"
        role="combobox"
        aria-expanded=${hasList}
        aria-autocomplete="list"
        aria-activedescendant=${this.target ? `c-${this.chosen}` : nothing}
        .value=${this.search}
        placeholder=${t(this.purpose === 'assign' ? 'searchTargets' : 'searchAgents')}
        aria-label=${t(this.purpose === 'assign' ? 'searchTargets' : 'searchAgents')}
        aria-controls=${hasList ? 'candidates' : nothing}
        @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
      />
      <label><input type="checkbox" .checked=${this.isAll} @change=${this.#onAll} /> ${t('showEverybody')}</label>
    </div>`;
  }

  #renderList(): TemplateResult {
    if (!this.found)
      return html`<div class="empty" part="status"><p>${this.trouble ? '' : t('gettingTheCandidates')}</p></div>`;
    const { agents, queues } = this.#shown();
    if (agents.length + queues.length === 0)
      return html`<div class="empty" part="status"><p>${t('nobodyToChoose')}</p></div>`;
    const choosing = {
      chosen: this.chosen,
      purpose: this.purpose,
      onChoose: (key: string) => this.#choose(key),
      onConfirm: () => void this.#confirm(),
    };
    return html`<div class="list" id="candidates" role="listbox" tabindex="-1" aria-label=${this.titleWords()}>
      ${agents.length > 0 ? html`<div class="group" role="presentation">${t('targetAgents')}</div>` : nothing}
      ${agents.map((agent) => renderCandidate(agent, choosing))}
      ${queues.length > 0 ? html`<div class="group" role="presentation">${t('targetQueues')}</div>` : nothing}
      ${queues.map((queue) => renderCandidate(queue, choosing))}
    </div>`;
  }

  #renderWhatIf(): TemplateResult | typeof nothing {
    const { target, trouble } = this;
    if (!target)
      return trouble
        ? html`<div class="strip bad" part="refusal" role="alert">${icon('warning')}<span>${trouble}</span></div>`
        : nothing;
    const why = target.refusal !== null && target.refusal !== 'overCapacity' && isOverridable(target);
    return html`<div class="what-if" part="what-if" aria-live="polite">
      <div>
        ${target.kind === 'agent' ? this.#holds(target) : nothing}
        ${why ? html`<strong>${refusalSentence({ refusal: target.refusal ?? '', detail: '' })}</strong>` : nothing}
        ${this.terms(target)}
      </div>
      ${
        isOverridable(target)
          ? html`<label
              ><span class="label">${t('reason')} <small>${t('overrideIsAudited')}</small></span
              ><input
                class="field"
                part="field"
                .value=${fromPage(this.reason)}
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
    if (!isOverridable(target)) return refusedWords(target, this.purpose);
    return this.reason.trim() === '' ? t('giveReason') : '';
  }

  #shown(): Candidates {
    const text = this.search.trim().toLocaleLowerCase();
    const has = ({ name }: { name: string }): boolean => name.toLocaleLowerCase().includes(text);
    return { agents: this.found?.agents.filter(has) ?? [], queues: this.found?.queues.filter(has) ?? [] };
  }

  get #path(): string {
    return `/v1/conversations/${encodeURIComponent(this.conversation)}/candidates?for=${this.purpose}${this.isAll ? '&all=1' : ''}`;
  }

  async #load(client: LiveClient): Promise<void> {
    if (this.conversation === '') return;
    const path = this.#path;
    const answer = await client.get(path).catch(() => undefined);
    if (!answer || path !== this.#path) return;
    const parsed = parse(candidatesSchema, answer.body);
    if (answer.ok && parsed.ok) {
      this.found = parsed.value;
      return;
    }
    // Why a choice was refused says more than that nothing can be chosen any more.
    const { refusal = '', detail = '' } = answer.body as { refusal?: string; detail?: string };
    this.trouble ||= refusalSentence({ refusal, detail });
  }

  async #confirm(): Promise<void> {
    const { target } = this;
    if (!target || this.#missing(target) !== '' || this.isSending) return;
    const override = isOverridable(target) ? { reason: this.reason.trim() } : undefined;
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
    // A reason was given for one target, not for the next.
    if (key !== this.chosen) this.reason = '';
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
    const keys = [...agents, ...queues].map(keyOf);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && keys.length > 0) {
      const next = Math.min(keys.length - 1, Math.max(0, keys.indexOf(this.chosen) + step));
      this.#choose(keys[next] ?? '');
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
      );
      event.preventDefault();
    }
    if (event.key === 'Enter' && event.composedPath()[0] instanceof HTMLInputElement && !event.isComposing) {
      void this.#confirm();
      event.preventDefault();
    }
  };
}
