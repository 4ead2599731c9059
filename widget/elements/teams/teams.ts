import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define } from '../../define/define.ts';
import { icon } from '../../icons/index.ts';
import { t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import type { HostPlace, HostTheme } from '../../teams/host-place.ts';
import { isEmbedded } from '../../teams/is-embedded.ts';
import { TeamsSignIn } from '../../teams/sign-in.ts';
import type { TeamsHost } from '../../teams/teams-host.ts';
import { FloorwalkSupervisor } from '../supervisor/supervisor.ts';
import { teamsStyles } from './teams.styles.ts';
import { allParts } from '../panel/all-parts.ts';
import { renderDetail } from '../panel/render-detail.ts';
import { inStaffLanguage } from '../../strings/load.ts';

define('floorwalk-supervisor', FloorwalkSupervisor);

/**
 * A supervisor's work as a tab in Microsoft Teams, filling its page: it signs in there, follows its theme and language,
 * and opens the conversation that a link names. On a page of its own it is the supervisor's work with that page's sign-in.
 *
 * @attr server - The server's origin; the page's own without it.
 * @attr demo - Outside Teams: signs in to a demonstration with this role.
 * @attr user - Who that is.
 * @attr theme - Set by the element: what Teams looks like.
 */
export class FloorwalkTeams extends LitElement {
  constructor() {
    super();
    inStaffLanguage(this);
  }

  static override styles = [...staffStyles, teamsStyles];

  /** The server's origin; the page's own without it. */
  @property() server = '';
  /** Outside Teams, in a demonstration: the role to sign in with. */
  @property() demo = '';
  /** Outside Teams, in a demonstration: who signs in. */
  @property() user = '';
  /** Outside Teams: gives a fresh token of the page's identity provider. */
  @property({ attribute: false }) getToken: (() => Promise<string>) | undefined;
  /** What Teams looks like; undefined outside. */
  @property({ reflect: true }) theme: HostTheme | undefined;
  @state() private where: 'unknown' | 'teams' | 'elsewhere' = 'unknown';
  @state() private trouble = '';

  #host: TeamsHost | undefined;
  #signIn: TeamsSignIn | undefined;
  #shown = '';
  #stay = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stay = new AbortController();
    this.where = 'unknown';
    if (!isEmbedded()) {
      this.where = 'elsewhere';
      return;
    }
    void this.#meetHost(this.#stay.signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stay.abort();
  }

  /** What lies around the element, where it is longer than the frame, looks like it. */
  protected override updated(): void {
    if (this.theme === undefined) return;
    const { colorScheme, backgroundColor } = getComputedStyle(this);
    Object.assign(document.documentElement.style, { colorScheme, backgroundColor });
  }

  protected override render(): TemplateResult {
    if (this.where === 'unknown') return html`<p class="still" role="status">${t('teamsOpening')}</p>`;
    const isInTeams = this.where === 'teams';
    const getToken = isInTeams ? this.#signIn?.getToken : this.getToken;
    const demo = isInTeams ? '' : this.demo;
    if (!getToken && demo === '') return html`<p class="still">${t('teamsOnly')}</p>`;
    return html`${this.trouble ? this.#renderTrouble() : nothing}
      <floorwalk-supervisor
        exportparts=${allParts}
        server=${this.server}
        demo=${demo}
        user=${this.user}
        heading-level="1"
        ?keep-title=${isInTeams}
        .getToken=${getToken}
      ></floorwalk-supervisor>`;
  }

  #renderTrouble(): TemplateResult {
    return html`<div class="strip bad trouble" role="alert">
      ${icon('warning')}<span>${t('teamsNoToken')}${renderDetail(this.trouble)}</span>
      <button class="button" part="button" type="button" @click=${() => this.#signInAnew()}>${t('teamsSignIn')}</button>
    </div>`;
  }

  async #meetHost(signal: AbortSignal): Promise<void> {
    // What speaks with Teams is not small, and no other page has any use for it.
    const { openTeamsHost } = await import('../../teams/teams-host.ts');
    const host = await openTeamsHost((place) => this.#follow(place), signal).catch(() => undefined);
    if (signal.aborted) return;
    this.#host = host;
    if (!host) {
      this.where = 'elsewhere';
      return;
    }
    this.where = 'teams';
    this.#signInAnew();
    this.#follow(host.place);
    await this.updateComplete;
    host.ready();
  }

  /** The panels know a sign-in by its callback, so that a new one is a new try. */
  #signInAnew(): void {
    const host = this.#host;
    if (!host) return;
    this.trouble = '';
    const signIn = new TeamsSignIn(
      (silent) => host.token(silent),
      (why) => {
        // A try that was replaced meanwhile has nothing to say any more.
        if (signIn === this.#signIn) this.trouble = why;
      },
    );
    this.#signIn = signIn;
    this.requestUpdate();
  }

  #follow({ theme, locale, conversation }: HostPlace): void {
    this.theme = theme;
    speak(locale);
    this.requestUpdate();
    if (conversation === '' || conversation === this.#shown) return;
    this.#shown = conversation;
    void this.updateComplete.then(() => this.renderRoot.querySelector('floorwalk-supervisor')?.monitor(conversation));
  }
}

/** The page is the tab's own, so its language is the person's. */
function speak(locale: string): void {
  const page = document.documentElement;
  try {
    page.lang = Intl.getCanonicalLocales(locale)[0] ?? page.lang;
  } catch {
    // What is no language changes none.
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-teams': FloorwalkTeams;
  }
}
