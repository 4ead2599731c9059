import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { prepareAnnouncer } from '../../announcer/announcer.ts';
import { HttpFailure, shareClient, type LiveClient, type SignIn } from '../../client/index.ts';
import { goingOn } from '../../focus/going-on.ts';
import { KeepFocus } from '../../focus/keep-focus.ts';
import { icon } from '../../icons/index.ts';
import { ta } from '../../strings/administrator.ts';
import { t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { nameOf, readDirectory, type Whole } from './directory.ts';
import type { Edit } from './edit.ts';
import type * as EntryForm from './entry-form.ts';
import { Languages } from './languages.ts';
import { DRAWN, renderList } from './render-list.ts';
import { newsWords, renderNews } from './render-news.ts';
import { renderSaved } from './render-saved.ts';
import type * as Notices from './render-notices.ts';
import { isEntrySection, sections, sectionWord, type Section } from './sections.ts';
import { renderSaid, saidBy, type Said } from './server-words.ts';
import { SettingsDesk } from './settings-desk.ts';
import { UpToDate } from './up-to-date.ts';
import { formStyles } from './form.styles.ts';
import { settingsStyles } from './settings.styles.ts';
import { inAdministratorLanguage } from '../../strings/load-administrator.ts';

/**
 * Everything that an administrator sets up: switches and policies, queues, workstreams, agents, people, the wording of
 * notices. What a change does is said before it is saved, two who change at once lose nothing, and the last save can be
 * undone (R2, R3, R5, C7).
 *
 * @csspart panel header tabs field button primary status
 */
export class FloorwalkSettings extends LitElement {
  constructor() {
    super();
    inAdministratorLanguage(this);
    new KeepFocus(this);
  }

  static override styles = [...staffStyles, settingsStyles, formStyles];

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
  /** The level of the heading. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  @state() private notRead: Said | 'unanswered' | undefined;
  @state() private search = '';
  @state() private drawn = DRAWN;
  @state() private form: typeof EntryForm | undefined;
  @state() private notices: typeof Notices | undefined;

  #gone = new AbortController();
  #isBegun = false;
  #focusWanted = '';
  readonly #desk = new SettingsDesk({
    ask: () => ({ signIn: this.#signIn(), signal: this.#gone.signal }),
    read: () => readDirectory(this.#signIn(), this.#gone.signal),
    redraw: () => {
      this.requestUpdate();
      this.#upToDate.proceed();
    },
  });
  readonly #upToDate = new UpToDate({
    desk: this.#desk,
    read: () => this.#read(),
    redraw: () => this.requestUpdate(),
  });
  readonly #languages = new Languages(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#gone = new AbortController();
    // Somebody else may have saved something while this page was not looked at.
    const isBack = (): void => {
      if (document.visibilityState === 'visible') this.#upToDate.again();
    };
    document.addEventListener('visibilitychange', isBack, { signal: this.#gone.signal });
    prepareAnnouncer();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#gone.abort();
    this.#isBegun = false;
  }

  protected override updated(_changed: PropertyValues): void {
    const wanted = this.#focusWanted === '' ? null : this.renderRoot.querySelector<HTMLElement>(this.#focusWanted);
    if (wanted) {
      this.#focusWanted = '';
      wanted.focus();
    }
    // A page may give its callback after the element; until then nobody can sign in.
    if (this.#isBegun || !this.isConnected || (!this.getToken && this.demo === '')) return;
    this.#isBegun = true;
    void this.#upToDate.read();
    this.#follow();
  }

  protected override render(): TemplateResult {
    const { whole, section } = this.#desk;
    return html`<section class="panel" part="panel" aria-label=${ta('settings')} aria-busy=${this.#desk.isBusy}>
      <header part="header">
        <div role="heading" aria-level=${this.headingLevel} class="title strong">${ta('settings')}</div>
        <p class="use">${ta('settingsUse')}</p>
      </header>
      ${this.notRead === undefined ? nothing : this.#renderNotRead(this.notRead)}
      ${
        whole
          ? html`<div class="body">
              ${this.#renderNav(section)}
              <div class="section">${keyed(section, this.#renderSection(section))}</div>
            </div>`
          : this.notRead === undefined
            ? html`<p class="reading" part="status">${ta('settingsReading')}</p>`
            : nothing
      }
    </section>`;
  }

  #renderNotRead(notRead: Said | 'unanswered'): TemplateResult {
    return html`<div class="strip bad" role="alert">
      ${icon('warning')}<span>${notRead === 'unanswered' ? ta('settingsNotRead') : renderSaid(notRead)}</span>
      <button class="button" part="button" type="button" @click=${() => void this.#upToDate.read()}>
        ${t('tryAgain')}
      </button>
    </div>`;
  }

  #renderNav(section: Section): TemplateResult {
    return html`<nav part="tabs" aria-label=${ta('settings')}>
      ${(Object.keys(sections) as Section[])
        .filter((name) => name !== 'integrations' || this.#desk.whole?.integrations !== undefined)
        .map(
          (name) =>
            html`<button
              type="button"
              class="tab"
              aria-current=${name === section ? 'page' : nothing}
              @click=${() => this.#open(name)}
            >
              ${sectionWord(name)}
            </button>`,
        )}
    </nav>`;
  }

  #renderSection(section: Section): TemplateResult {
    const { whole, edit, chosen } = this.#desk;
    if (!whole) return html``;
    const isList = isEntrySection(section);
    const list = isList
      ? renderList(
          whole,
          {
            section,
            chosen,
            search: this.search,
            drawn: this.drawn,
            isUnsaved: (id) => this.#desk.isUnsaved(section, id),
            newsOf: (id) => {
              const item = this.#desk.news.of(nameOf({ kind: sections[section].kind, id }));
              return item && newsWords(item);
            },
            choose: (id) => this.#choose(id),
            add: () => this.#choose(''),
            find: (text) => {
              this.search = text;
              this.drawn = DRAWN;
            },
            drawMore: () => (this.drawn += DRAWN),
          },
          sectionWord(section),
        )
      : nothing;
    return html`<p class="about">${ta(sections[section].more)}</p>
      ${renderSaved(this.#desk, () => void this.#ended(this.#desk.undo(), '.review .primary'))}
      ${renderNews(this.#desk, whole, (place) => {
        this.#open(place.section);
        this.#choose(place.id);
      })}
      <div class=${isList ? `halves ${edit ? 'chosen' : ''}` : ''}>
        ${list}
        ${edit ? keyed(edit, this.#renderEdit(section, edit)) : isList ? html`<p class="reading aside">${ta('chooseOne')}</p>` : nothing}
      </div>`;
  }

  #renderEdit(section: Section, edit: Edit): TemplateResult {
    const { form, notices } = this;
    const { whole } = this.#desk;
    if (!form || !whole || (section === 'notices' && !notices))
      return html`<p class="reading">${ta('settingsReading')}</p>`;
    const label = this.#labelOf(section, edit);
    return form.renderEdit({
      section,
      edit,
      whole,
      label,
      desk: this.#desk,
      headingLevel: this.headingLevel + 1,
      fields: (fields) =>
        section === 'notices'
          ? notices?.renderNotices(fields, this.#languages.view(edit.value['wording']))
          : form.renderFields(section, fields),
      redraw: () => this.requestUpdate(),
      leave: () => this.#choose(undefined),
      back: () => {
        edit.set(edit.value);
        this.#focusWanted = '.acts .primary';
        this.requestUpdate();
      },
      look: () => void this.#ended(this.#desk.look(), '.review .primary'),
      save: () => void this.#ended(this.#desk.save(label), '.strip.still .button'),
    });
  }

  #labelOf(section: Section, edit: Edit): string {
    if (!isEntrySection(section)) return sectionWord(section);
    const name = edit.value['name'];
    return typeof name === 'string' && name.trim() !== '' ? name : ta('newEntry');
  }

  #open(section: Section): void {
    this.search = '';
    this.drawn = DRAWN;
    if (section === 'notices' && !this.notices)
      void import('./render-notices.ts').then((loaded) => (this.notices = loaded));
    this.#desk.open(section);
  }

  #choose(id: string | undefined): void {
    if (id === '') this.#focusWanted = '#f-name';
    this.#desk.choose(id);
  }

  /** The keyboard goes to what is next, or to what is wrong, unless somebody has gone on meanwhile. */
  async #ended(work: Promise<void>, next: string): Promise<void> {
    const hasGoneOn = goingOn();
    await work;
    if (hasGoneOn()) return;
    this.#focusWanted = this.#desk.edit?.errors.size ? '[aria-invalid="true"]' : next;
    this.requestUpdate();
  }

  /** Says what others save as it happens. */
  #follow(): void {
    const { signal } = this.#gone;
    if (this.client) return this.#upToDate.follow(this.client, signal);
    const { client, release } = shareClient(this.#signIn());
    signal.addEventListener('abort', release);
    this.#upToDate.follow(client, signal);
  }

  async #read(): Promise<Whole | undefined> {
    try {
      const [whole, form] = await Promise.all([
        readDirectory(this.#signIn(), this.#gone.signal),
        this.form ?? import('./entry-form.ts'),
      ]);
      this.form = form;
      this.notRead = undefined;
      return whole;
    } catch (error) {
      if (!this.#gone.signal.aborted) this.notRead = error instanceof HttpFailure ? saidBy(error) : 'unanswered';
      return undefined;
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
