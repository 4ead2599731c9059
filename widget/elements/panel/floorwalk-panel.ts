import { remedyFor } from '@floorwalk/core/protocol';
import { adoptStyles, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { prepareAnnouncer } from '../../announcer/announcer.ts';
import { shareClient, type CommandInput, type LiveClient, type Outcome, type SignIn } from '../../client/index.ts';
import { KeepFocus } from '../../focus/keep-focus.ts';
import { seeWhole } from '../../focus/see-whole.ts';
import { icon } from '../../icons/index.ts';
import { clockWithSeconds, refusalSentence, t, winnerWords } from '../../strings/index.ts';
import { inStaffLanguage } from '../../strings/load.ts';
import { renderDetail } from './render-detail.ts';
import { UnderWay } from './under-way.ts';

/**
 * What every staff panel is: it signs in, shares the page's connection, and says when the connection is lost.
 *
 * @attr server - The server's origin; the page's own without it.
 * @attr demo - Signs in to a demonstration with this role.
 * @attr user - Who that is.
 */
export abstract class FloorwalkPanel extends LitElement {
  constructor() {
    super();
    inStaffLanguage(this);
    this.addEventListener('click', this.#underWay.pressed, true);
    this.addEventListener('keyup', seeWhole);
    new KeepFocus(this);
  }

  /** The server's origin; the page's own without it. */
  @property() server = '';
  /** In a demonstration: the role to sign in with. */
  @property() demo = '';
  /** In a demonstration: who signs in. */
  @property() user = '';
  /** Gives a fresh token of the page's identity provider. */
  @property({ attribute: false }) getToken: (() => Promise<string>) | undefined;
  /** The connection of the panel around this one; without it the panel opens or shares its own. */
  @property({ attribute: false }) client: LiveClient | undefined;
  /** The level of the panel's first heading. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  @state() protected tick = 0;

  readonly #underWay = new UnderWay();
  #isDressed = false;
  #live: LiveClient | undefined;
  #given: LiveClient | undefined;
  #signIn: SignIn | undefined;
  #release: (() => void) | undefined;
  #connection = new AbortController();
  #clock: ReturnType<typeof setInterval> | undefined;

  /** The connection in use while the panel is on a page. */
  protected get live(): LiveClient | undefined {
    return this.#live;
  }
  /** The server's clock. */
  protected now(): number {
    return this.#live?.now() ?? Date.now();
  }
  /** Whether this page makes an agent reachable. */
  protected get isDesk(): boolean {
    return false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
    // Waits and countdowns move on by themselves.
    this.#clock = setInterval(() => (this.tick += 1), 1_000);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
    this.#close();
  }

  /** Subscribes to what the panel shows; whatever it opens ends with the signal. */
  protected abstract opened(client: LiveClient, signal: AbortSignal): void;

  /** Without its style sheets, which are read once it connects: reading them takes as long as the server's first answer. */
  protected override createRenderRoot(): ShadowRoot {
    return this.attachShadow({ mode: 'open' });
  }

  protected override willUpdate(): void {
    this.connect();
  }

  /** Opens the connection that the panel is told to use, unless it has it already; a panel may do so before it is drawn. */
  protected connect(): void {
    this.#open();
    if (this.#isDressed) return;
    this.#isDressed = true;
    adoptStyles(this.renderRoot as ShadowRoot, (this.constructor as typeof FloorwalkPanel).elementStyles);
  }

  #open(): void {
    if (!this.isConnected) return;
    const signIn: SignIn = {
      server: this.server || location.origin,
      getToken: this.getToken,
      demo: this.demo,
      user: this.user,
      desk: this.isDesk,
    };
    if (this.#live && this.#given === this.client && (this.client || isSame(signIn, this.#signIn))) return;
    this.#close();
    // A page may give its callback after the element; until then nobody can sign in.
    if (!this.client && !this.getToken && this.demo === '') return;
    this.#connection = new AbortController();
    this.#given = this.client;
    this.#signIn = signIn;
    if (this.client) {
      this.#live = this.client;
    } else {
      const shared = shareClient(signIn);
      this.#live = shared.client;
      this.#release = shared.release;
    }
    this.#live.onChange(() => this.requestUpdate(), this.#connection.signal);
    this.opened(this.#live, this.#connection.signal);
  }

  /** The strip that says that the connection is lost, or that signing in failed; nothing while all is well. */
  protected renderConnection(): TemplateResult | typeof nothing {
    const status = this.#live?.status;
    if (status?.state === 'refused')
      return html`<div class="strip bad" part="status" role="status">
        ${icon('warning')}<span>${t(remedies[remedyFor(status.code)])}${renderDetail(status.detail)}</span>${this.#renderRetry('tryAgain')}
      </div>`;
    if (status?.state !== 'lost') return nothing;
    const seconds = Math.max(0, Math.ceil((status.retryAt - Date.now()) / 1_000));
    return html`<div class="strip bad" part="status">
      ${icon('brokenLink')}
      <span
        ><strong role="status">${t('noConnection', { clock: clockWithSeconds(status.since) })}</strong>
        ${t('noConnectionMore', { seconds })}</span
      >
      ${this.#renderRetry('tryNow')}
    </div>`;
  }

  /** Where the server lets this person in no more: that, in place of all that the panel had shown (R3). */
  protected renderShutOut(): TemplateResult | undefined {
    if (this.#live?.status.state !== 'refused') return undefined;
    return html`<section class="panel" part="panel">${this.renderConnection()}</section>`;
  }

  #renderRetry(words: 'tryAgain' | 'tryNow'): TemplateResult {
    return html`<button class="button" part="button" type="button" @click=${() => this.#live?.retry()}>
      ${t(words)}
    </button>`;
  }

  /** Has a command carried out; while that takes, the button that was pressed says so, and pressing it again asks for nothing. */
  protected async carryOut(command: CommandInput): Promise<Outcome | undefined> {
    const client = this.#live;
    return client && this.#underWay.run(JSON.stringify(command), () => client.command(command));
  }

  /** What a command came to, in words: undefined where it was carried out. */
  protected failure(outcome: Outcome): string | undefined {
    if (outcome.ok) return undefined;
    if (outcome.refusal === null) return t('commandNotSent', { seconds: 10 });
    const winner = outcome.refusal.winner ? `${winnerWords(outcome.refusal.winner, this.now())} ` : '';
    return `${winner}${refusalSentence(outcome.refusal)}`;
  }

  #close(): void {
    this.#connection.abort();
    this.#release?.();
    this.#release = undefined;
    this.#live = undefined;
  }
}

const remedies = { signIn: 'signInAgain', ask: 'accessWithdrawn', reload: 'reloadPage' } as const;

const isSame = (a: SignIn, b: SignIn | undefined): boolean =>
  a.server === b?.server && a.getToken === b.getToken && a.demo === b.demo && a.user === b.user && a.desk === b.desk;
