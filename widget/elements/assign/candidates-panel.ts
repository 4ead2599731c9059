import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CommandInput, LiveClient, Outcome } from '../../client/index.ts';
import { CommandRequestedEvent, PanelClosedEvent } from '../../events/floor-events.ts';
import { goingOn } from '../../focus/going-on.ts';
import { icon } from '../../icons/index.ts';
import { pictureStyles } from '../../pictures/index.ts';
import { refusalSentence, t } from '../../strings/index.ts';
import { rows, staffStyles } from '../../styles/index.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { CandidateList } from './candidate-list.ts';
import { candidateStyles } from './candidates.styles.ts';
import { isOverridable, keyOf, missingWords, renderList, type Target } from './render-candidates.ts';
import { renderFoot, renderHead } from './render-frame.ts';
import { isOver, renderLost, type NextStep } from './render-lost.ts';
import { renderTools } from './render-tools.ts';
import { renderOutlook, renderReason } from './render-what-if.ts';
import { WhatIf, type WireRefusal } from './what-if.ts';

/** Candidates are asked for again this often while a dialog is open, so that loads and presences are those of now. */
export const REFRESH_MS = 5_000;

/**
 * What the assign and the transfer dialog have in common: the candidates, moving through them, what would happen, the
 * reason for exceeding, and the answer. What differs is what they ask and say.
 */
export abstract class CandidatesPanel extends FloorwalkPanel {
  static override styles = [...staffStyles, rows, pictureStyles, candidateStyles];

  /** The conversation that is given to somebody. */
  @property() conversation = '';
  /** Who it is with, for the title. */
  @property() customer = '';

  @state() protected chosen = '';
  @state() protected isAll = false;
  @state() protected reason = '';
  @state() protected trouble = '';
  /** The refusal of the last command, with what can be done now. */
  @state() private lost: { readonly refusal: WireRefusal; readonly choice: string } | undefined;
  /** The candidate under the pointer. */
  @state() private pointed = '';
  @state() private search = '';
  @state() private isSending = false;
  /** The server did not say who could take it. */
  @state() private isUnanswered = false;
  /** The conversation whose candidates were asked for. */
  #asked = '';
  #isExplained = false;
  readonly #list = new CandidateList();
  readonly #whatIf = new WhatIf(
    (command) => this.live?.command(command, true) ?? Promise.resolve({ ok: false, refusal: null }),
    () => this.#onProspect(),
  );

  protected abstract readonly purpose: 'assign' | 'transfer';
  protected abstract titleWords(): string;
  /** What happens if this target is confirmed, in words. */
  protected abstract terms(target: Target, isAutomatic: boolean): string;
  protected abstract confirmWord(target: Target | undefined): string;
  protected abstract commandFor(target: Target, override: { readonly reason: string } | undefined): CommandInput;
  protected abstract doneWord(target: Target): string;
  /** The command with what goes along with it and decides nothing. */
  protected complete(command: CommandInput): CommandInput {
    return command;
  }
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
    if (!this.live) return;
    this.#askWhatIf();
    if (this.#asked === this.conversation) return;
    this.#asked = this.conversation;
    this.#whatIf.forget();
    this.lost = undefined;
    this.pointed = '';
    this.#list.forget();
    this.chosen = '';
    this.reason = '';
    this.trouble = '';
    void this.#load(this.live);
    this.began(this.live);
  }

  protected override updated(): void {
    const isExplained = this.lost !== undefined;
    if (isExplained && !this.#isExplained) this.renderRoot.querySelector('.lost')?.scrollIntoView({ block: 'nearest' });
    this.#isExplained = isExplained;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('.search')?.focus();
  }

  protected get target(): Target | undefined {
    return this.#list.find(this.chosen);
  }

  /** Whichever is looked at is asked about: the one under the pointer, else the chosen one (A7). */
  #askWhatIf(): void {
    const target = this.#list.find(this.pointed) ?? this.target;
    if (!target) return this.#whatIf.about('', null);
    const reason = this.reason.trim() || t('reason');
    this.#whatIf.about(keyOf(target), this.commandFor(target, isOverridable(target) ? { reason } : undefined));
  }

  protected override render(): TemplateResult {
    const shutOut = this.renderShutOut();
    if (shutOut) return shutOut;
    const missing = missingWords(this.target, this.purpose, this.reason);
    return html`<section
      class="panel"
      part="dialog"
      role="group"
      aria-label=${this.titleWords()}
      @keydown=${this.#onKey}
    >
      ${renderHead(this.titleWords(), this.headingLevel, () => this.#close())} ${this.renderConnection()}
      ${this.#renderTools()} ${this.#renderList()} ${this.#renderWhatIf()} ${this.renderMore()}
      ${renderFoot(
        {
          missing,
          word: this.confirmWord(this.target),
          isOff: missing !== '' || this.isSending || this.lost !== undefined,
        },
        { onCancel: () => this.#close(), onConfirm: () => void this.#confirm() },
      )}
    </section>`;
  }

  #renderTools(): TemplateResult {
    const { agents, queues } = this.#list.named(this.search);
    return renderTools(
      {
        label: t(this.purpose === 'assign' ? 'searchTargets' : 'searchAgents'),
        search: this.search,
        isAll: this.isAll,
        hasList: agents.length + queues.length > 0,
        active: [...agents, ...queues].some((it) => keyOf(it) === this.chosen) ? `c-${this.chosen}` : '',
      },
      { onSearch: (words) => (this.search = words), onAll: this.#onAll },
    );
  }

  #renderList(): TemplateResult {
    if (!this.#list.found)
      return html`<div class="empty" part="status" role="status">
        <p>${this.trouble ? '' : t(this.isUnanswered ? 'candidatesNotRead' : 'gettingTheCandidates')}</p>
      </div>`;
    const { agents, queues } = this.#list.named(this.search);
    if (agents.length + queues.length === 0)
      return html`<div class="empty" part="status"><p>${t('nobodyToChoose')}</p></div>`;
    const choosing = {
      chosen: this.chosen,
      purpose: this.purpose,
      onChoose: (key: string) => this.#choose(key),
      onPoint: (key: string) => (this.pointed = key),
      onConfirm: () => void this.#confirm(),
    };
    return renderList({ agents, queues }, choosing, this.titleWords());
  }

  #renderWhatIf(): TemplateResult {
    const { target, trouble, lost } = this;
    const seen = this.#list.find(this.pointed) ?? target;
    return html`<div class="what-if" part="what-if">
      ${lost ? nothing : this.#renderOutlook(seen)}
      ${!lost && target && isOverridable(target) ? renderReason(this.reason, (words) => (this.reason = words)) : nothing}
      ${trouble ? html`<div class="strip bad" part="refusal" role="alert">${icon('warning')}<span>${trouble}</span></div>` : nothing}
      ${lost ? renderLost(lost.refusal, this.now(), { choice: lost.choice, purpose: this.purpose }, this.#onStep) : nothing}
    </div>`;
  }

  #renderOutlook(seen: Target | undefined): TemplateResult {
    const hint = this.#list.found ? t('whatIfHint') : nothing;
    const words = seen
      ? renderOutlook(seen, this.#whatIf.of(keyOf(seen)), this.terms(seen, this.#whatIf.isAutomatic))
      : hint;
    // One element from the start: what stands in a live region that is new is not said.
    return html`<div class="outlook ${seen ? '' : 'muted'}" aria-live="polite">${words}</div>`;
  }

  async #load(client: LiveClient): Promise<void> {
    const answer = await this.#list.read(client, this.conversation, this.purpose, this.isAll);
    if (answer === undefined) return;
    this.isUnanswered = answer === 'unanswered';
    this.requestUpdate();
    if (answer === 'unanswered') return;
    if (answer === 'read') return this.#whatIf.renew();
    // Why a choice was refused says more than that nothing can be chosen any more.
    if (isOver(answer)) this.lost ??= { refusal: answer, choice: '' };
    else this.trouble ||= refusalSentence(answer);
  }

  async #confirm(): Promise<void> {
    const { target } = this;
    if (!target || missingWords(target, this.purpose, this.reason) !== '' || this.isSending || this.lost) return;
    const override = isOverridable(target) ? { reason: this.reason.trim() } : undefined;
    this.isSending = true;
    const outcome: Outcome = (await this.live?.command(this.complete(this.commandFor(target, override)))) ?? {
      ok: false,
      refusal: null,
    };
    this.isSending = false;
    if (outcome.ok) return this.#close(this.doneWord(target));
    if (outcome.refusal === null) this.trouble = this.failure(outcome) ?? '';
    else this.lost = { refusal: outcome.refusal, choice: target.name };
  }

  /** What the supervisor does after a refusal: the conversation goes on without them, or they begin again. */
  readonly #onStep = (step: NextStep): void => {
    if (step === 'close') return this.#close();
    if (step === 'again') return this.#again();
    if (step === 'withdraw') return void this.#withdraw();
    const event = new CommandRequestedEvent(step === 'watch' ? 'monitor' : step, this.conversation, this.customer);
    this.#close();
    this.dispatchEvent(event);
  };

  /** That the conversation itself has moved on is said before anybody confirms. */
  #onProspect(): void {
    const seen = this.#list.find(this.pointed) ?? this.target;
    const prospect = seen && this.#whatIf.of(keyOf(seen));
    if (prospect?.ok === false && isOver(prospect.refusal)) this.lost ??= { refusal: prospect.refusal, choice: '' };
    this.requestUpdate();
  }

  #again(hasGoneOn = (): boolean => false): void {
    this.lost = undefined;
    this.#choose('');
    this.#whatIf.forget();
    if (this.live) void this.#load(this.live);
    if (!hasGoneOn()) this.renderRoot.querySelector<HTMLElement>('.search')?.focus();
  }

  async #withdraw(): Promise<void> {
    const hasGoneOn = goingOn();
    const outcome = await this.live?.command({ type: 'withdraw', conversation: this.conversation });
    if (outcome?.ok) return this.#again(hasGoneOn);
    if (outcome?.refusal) this.lost = { refusal: outcome.refusal, choice: '' };
  }

  #choose(key: string): void {
    // A reason was given for one target, not for the next.
    if (key !== this.chosen) this.reason = '';
    this.chosen = key;
    // A pointer that only rests somewhere says nothing against a choice made since.
    this.pointed = '';
    this.trouble = '';
    this.lost = undefined;
  }

  #close(words = ''): void {
    this.dispatchEvent(new PanelClosedEvent(words));
  }

  readonly #onAll = (isAll: boolean): void => {
    this.isAll = isAll;
    if (this.live) void this.#load(this.live);
  };

  /** Arrows move through the candidates from the search field, the what-if line follows; Enter confirms. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return this.#close();
    const from = event.composedPath()[0];
    if (from instanceof HTMLTextAreaElement || from instanceof HTMLSelectElement) return;
    const { agents, queues } = this.#list.named(this.search);
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
    if (event.key === 'Enter' && from instanceof HTMLInputElement && !event.isComposing) {
      void this.#confirm();
      event.preventDefault();
    }
  };
}
