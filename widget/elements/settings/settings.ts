import type { Policy, SaveEffect } from '@floorwalk/core/directory';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { announce, prepareAnnouncer } from '../../announcer/announcer.ts';
import { askHttp, HttpFailure, type SignIn } from '../../client/index.ts';
import { icon } from '../../icons/index.ts';
import { t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { settings, valueOf, type Setting } from './setting.ts';
import { settingsStyles } from './settings.styles.ts';

/** A change that waits for a yes, with what it would do. */
interface Asked {
  readonly setting: Setting;
  readonly to: boolean;
  readonly effects: readonly SaveEffect[];
}

/**
 * The switches and policies of a tenant, for its administrator: what a change will do is said before it is saved, and
 * the last one can be undone (R3, R5).
 */
export class FloorwalkSettings extends LitElement {
  static override styles = [...staffStyles, settingsStyles];

  /** The server's origin; the page's own without it. */
  @property() server = '';
  /** In a demonstration: the role to sign in with. */
  @property() demo = '';
  /** In a demonstration: who signs in. */
  @property() user = '';
  /** Gives a fresh token of the page's identity provider. */
  @property({ attribute: false }) getToken: (() => Promise<string>) | undefined;
  /** The level of the heading. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  @state() private policy: Policy | undefined;
  @state() private asked: Asked | undefined;
  @state() private saved: { readonly setting: Setting; readonly was: boolean } | undefined;
  @state() private trouble = '';
  #gone = new AbortController();
  #isBegun = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#gone = new AbortController();
    prepareAnnouncer();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#gone.abort();
    this.#isBegun = false;
  }

  protected override updated(): void {
    // A page may give its callback after the element; until then nobody can sign in.
    if (this.#isBegun || !this.isConnected || (!this.getToken && this.demo === '')) return;
    this.#isBegun = true;
    void this.#trying(() => this.#read());
  }

  protected override render(): TemplateResult {
    return html`<section class="panel" part="panel" aria-label=${t('settings')}>
      <header part="header">
        <div role="heading" aria-level=${this.headingLevel} class="strong">${t('settings')}</div>
        <p class="use">${t('settingsUse')}</p>
      </header>
      ${this.trouble ? html`<div class="strip bad" role="alert">${icon('warning')}<span>${this.trouble}</span></div>` : nothing}
      ${
        this.policy
          ? html`<ul>
              ${settings.map((setting) => this.#renderSetting(setting))}
            </ul>`
          : nothing
      }
    </section>`;
  }

  #renderSetting(setting: Setting): TemplateResult {
    const isOn = this.policy !== undefined && valueOf(this.policy, setting);
    const { asked, saved } = this;
    return html`<li>
      <label
        ><input
          part="field"
          type="checkbox"
          .checked=${isOn}
          @click=${(event: Event) => {
            // It changes when it is saved and not before.
            event.preventDefault();
            void this.#trying(() => this.#ask(setting, !isOn));
          }}
        />${t(setting.words)}</label
      >
      ${asked?.setting === setting ? this.#renderAsked(asked) : nothing}
      ${
        saved?.setting === setting && !asked
          ? html`<div class="confirm">
              <p>${t('settingSaved', { setting: t(setting.words) })}</p>
              <button
                class="button"
                part="button"
                type="button"
                @click=${() => void this.#trying(() => this.#ask(setting, saved.was))}
              >
                ${t('settingUndo')}
              </button>
            </div>`
          : nothing
      }
    </li>`;
  }

  #renderAsked({ setting, to, effects }: Asked): TemplateResult {
    const question = t(to ? 'settingOn' : 'settingOff', { setting: t(setting.words) });
    const people = effects.find(({ effect }) => effect === 'watchersEnd')?.count ?? 0;
    return html`<div
      class="confirm"
      role="group"
      aria-label=${question}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') this.asked = undefined;
      }}
    >
      <p>
        <strong>${question}</strong>
        ${people > 0 ? t('settingWatchersEnd', { people }) : t('settingNoEffect')}
      </p>
      <button class="button" part="button" type="button" @click=${() => (this.asked = undefined)}>
        ${t('cancel')}
      </button>
      <button
        class="button primary"
        part="button primary"
        type="button"
        @click=${() => void this.#trying(() => this.#save())}
      >
        ${t('settingSave')}
      </button>
    </div>`;
  }

  async #read(): Promise<void> {
    const response = await askHttp(this.#signIn(), '/v1/directory', this.#gone.signal);
    this.policy = ((await response.json()) as { policy: Policy }).policy;
  }

  async #ask(setting: Setting, to: boolean): Promise<void> {
    const { effects } = await this.#put(setting, to, '?dryRun=1');
    this.asked = { setting, to, effects };
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.confirm .primary')?.focus();
  }

  async #save(): Promise<void> {
    const { asked } = this;
    if (!asked) return;
    const { value } = await this.#put(asked.setting, asked.to, '');
    this.policy = value;
    this.saved = { setting: asked.setting, was: !asked.to };
    this.asked = undefined;
    announce(t('settingSaved', { setting: t(asked.setting.words) }));
  }

  async #put({ of, name }: Setting, to: boolean, query: string) {
    const body = of === 'switches' ? { switches: { [name]: to } } : { [name]: to };
    const path = `/v1/directory/policy${query}`;
    const response = await askHttp(this.#signIn(), path, this.#gone.signal, { method: 'PUT', body });
    return (await response.json()) as { readonly value: Policy; readonly effects: readonly SaveEffect[] };
  }

  async #trying(act: () => Promise<void>): Promise<void> {
    this.trouble = '';
    try {
      await act();
    } catch (error) {
      if (!this.#gone.signal.aborted)
        this.trouble = error instanceof HttpFailure ? error.message : t('settingsNotRead');
    }
  }

  #signIn(): SignIn {
    const { server, getToken, demo, user } = this;
    return { server: server || location.origin, getToken, demo, user };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-settings': FloorwalkSettings;
  }
}
