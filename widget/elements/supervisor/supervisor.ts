import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { announce } from '../../announcer/announcer.ts';
import type { LiveClient } from '../../client/index.ts';
import { define } from '../../define/define.ts';
import type {
  AgentSelectedEvent,
  AttentionChangedEvent,
  CommandRequestedEvent,
  PanelClosedEvent,
} from '../../events/floor-events.ts';
import { icon } from '../../icons/index.ts';
import { t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { FloorwalkAgents } from '../agents/agents.ts';
import { FloorwalkAssign } from '../assign/assign.ts';
import { FloorwalkFloor } from '../floor/floor.ts';
import type { PaletteGroup } from '../floor/palette-commands.ts';
import { FloorwalkMonitor } from '../monitor/monitor.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { FloorwalkTransfer } from '../transfer/transfer.ts';
import { FloorwalkForceClose } from './force-close.ts';
import { isInList, isPaletteKey } from '../floor/page-keys.ts';
import { MOST_PANELS, OpenPanels, type OpenPanel } from './open-panels.ts';
import { panelKeys, renderPanels } from './render-panels.ts';
import { supervisorStyles } from './supervisor.styles.ts';
import { TabTitle } from './tab-title.ts';
import { allParts } from '../panel/all-parts.ts';

define('floorwalk-floor', FloorwalkFloor);
define('floorwalk-agents', FloorwalkAgents);
define('floorwalk-monitor', FloorwalkMonitor);
define('floorwalk-assign', FloorwalkAssign);
define('floorwalk-transfer', FloorwalkTransfer);
define('floorwalk-force-close', FloorwalkForceClose);

/** What is being decided in the dialog. */
interface Deciding {
  readonly command: 'assign' | 'transfer' | 'forceClose';
  readonly conversation: string;
  readonly customer: string;
}

/** Screen readers need this long to find the page again below a dialog that has gone. */
const UNSAID_MS = 100;

/**
 * All of a supervisor's work in one element: the floor, the agents, the monitored conversations, and the dialogs.
 *
 * @attr keep-title - Leaves the page's title alone; without it the number that needs attention stands before it.
 */
export class FloorwalkSupervisor extends FloorwalkPanel {
  static override styles = [...staffStyles, supervisorStyles];

  /** Leaves the page's title alone. */
  @property({ type: Boolean, attribute: 'keep-title' }) keepTitle = false;
  @state() private deciding: Deciding | undefined;
  @state() private trouble = '';

  readonly #panels = new OpenPanels();
  readonly #title = new TabTitle();

  /** Opens a conversation beside the floor; for pages that have their own lists. */
  monitor(conversation: string, { customer = '', beside = false } = {}): void {
    const panel = { id: conversation, customer };
    this.trouble = this.#panels.open(panel, beside, (id) => this.#isKept(id))
      ? ''
      : t('panelsFull', { most: MOST_PANELS });
    this.requestUpdate();
    // Where there is room for one only, it lies below the floor.
    void this.updateComplete.then(() => this.#front?.scrollIntoView({ block: 'nearest' }));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onPageKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#onPageKey);
    this.#title.show(0);
  }

  protected override opened(): void {}

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (this.deciding && dialog && !dialog.open) dialog.showModal();
  }

  protected override render(): TemplateResult {
    const client = this.live;
    if (!client) return html``;
    const shutOut = this.renderShutOut();
    if (shutOut) return shutOut;
    const { all, front } = this.#panels;
    const deeds = {
      show: (id: string) => this.#show(id),
      close: (id: string) => this.#close(id),
      nameOf: (panel: OpenPanel) => this.#nameOf(panel),
    };
    return html`<div
        class="desk panels-${all.length} ${front === '' ? '' : 'watching'}"
        @floorwalk-command-requested=${this.#onCommand}
        @floorwalk-attention-changed=${this.#onAttention}
        @floorwalk-agent-selected=${({ agent }: AgentSelectedEvent) => this.#floor?.ask({ view: 'all', agents: [agent] })}
        @keydown=${this.#onKey}
      >
        <floorwalk-floor
          exportparts=${allParts}
          .client=${client}
          .more=${this.#commands}
          heading-level=${this.headingLevel}
        ></floorwalk-floor>
        <floorwalk-agents
          exportparts=${allParts}
          .client=${client}
          heading-level=${this.headingLevel}
        ></floorwalk-agents>
        ${renderPanels(this.#panels, client, this.headingLevel, deeds)}
        <p class="use">${t('use')}</p>
        ${this.trouble ? this.#renderTrouble() : nothing}
      </div>
      ${keyed(this.deciding, this.deciding ? this.#renderDialog(this.deciding, client) : nothing)}`;
  }

  #renderTrouble(): TemplateResult {
    return html`<div class="strip bad trouble" role="alert">
      ${icon('warning')}<span>${this.trouble}</span>
      <button class="button" part="button" type="button" @click=${() => (this.trouble = '')}>${t('close')}</button>
    </div>`;
  }

  #renderDialog({ command, conversation, customer }: Deciding, client: LiveClient): TemplateResult {
    const panels = {
      assign: () =>
        html`<floorwalk-assign
          exportparts=${allParts}
          .client=${client}
          conversation=${conversation}
          customer=${customer}
        ></floorwalk-assign>`,
      transfer: () =>
        html`<floorwalk-transfer
          exportparts=${allParts}
          .client=${client}
          conversation=${conversation}
          customer=${customer}
        ></floorwalk-transfer>`,
      forceClose: () =>
        html`<floorwalk-force-close
          exportparts=${allParts}
          .client=${client}
          conversation=${conversation}
          customer=${customer}
        ></floorwalk-force-close>`,
    };
    return html`<dialog
      part="dialog"
      @close=${this.#onClosed}
      @floorwalk-panel-closed=${this.#onDone}
      @floorwalk-command-requested=${this.#onCommand}
    >
      ${panels[command]()}
    </dialog>`;
  }

  /** What the palette lists of the conversations that are open. */
  readonly #commands = (): readonly PaletteGroup[] => {
    const commands = this.#panels.all.flatMap((panel, index) => {
      const customer = this.#nameOf(panel);
      const show = {
        name: t('paletteTab', { customer }),
        key: panelKeys[index] ?? '',
        run: () => this.#show(panel.id),
      };
      const close = { name: t('paletteCloseTab', { customer }), key: '', run: () => this.#close(panel.id) };
      const monitor = this.#monitorOf(panel.id);
      const key = panel.id === this.#floor?.selected ? 'L' : '';
      const leave = { name: t('paletteLeave', { customer }), key, run: () => monitor?.leave() };
      return [show, ...(monitor?.joining?.isIn ? [leave] : []), close].map((command) => ({ ...command, why: null }));
    });
    return commands.length === 0 ? [] : [{ name: t('groupPanels'), commands }];
  };

  get #front(): FloorwalkMonitor | undefined {
    return this.#monitorOf(this.#panels.front);
  }
  #monitorOf(id: string): FloorwalkMonitor | undefined {
    return [...this.renderRoot.querySelectorAll('floorwalk-monitor')].find(({ conversation }) => conversation === id);
  }
  /** Who takes part in a conversation does not lose it by opening another. */
  #isKept(id: string): boolean {
    const role = this.#monitorOf(id)?.detail?.role;
    return role !== undefined && role !== 'watcher';
  }
  #nameOf({ id, customer }: OpenPanel): string {
    return this.#monitorOf(id)?.detail?.customer.name ?? (customer || id);
  }

  #show(id: string): void {
    this.#panels.show(id);
    this.requestUpdate();
  }

  #close(id: string): void {
    this.#panels.close(id);
    this.trouble = '';
    this.requestUpdate();
    void this.updateComplete.then(() => this.#floor?.focus());
  }

  get #floor(): FloorwalkFloor | null {
    return this.renderRoot.querySelector('floorwalk-floor');
  }

  readonly #onCommand = (event: CommandRequestedEvent): void => {
    if (event.defaultPrevented) return;
    const { command, conversation, customer, isBeside } = event;
    if (command === 'monitor') this.monitor(conversation, { customer, beside: isBeside });
    else if (command === 'join') this.#join(conversation, customer);
    else this.deciding = { command, conversation, customer };
  };

  /** What is not monitored yet is opened first: there it says whom joining tells (M4). */
  #join(conversation: string, customer: string): void {
    const monitor = this.#monitorOf(conversation);
    this.monitor(conversation, { customer });
    monitor?.join();
  }

  readonly #onAttention = ({ count }: AttentionChangedEvent): void => {
    if (!this.keepTitle) this.#title.show(count);
  };

  readonly #onDone = (event: PanelClosedEvent): void => {
    this.renderRoot.querySelector('dialog')?.close();
    // Its own event comes later; until then an update would open it again.
    this.deciding = undefined;
    // While a dialog is open nothing outside it is said, and for a moment after.
    const { words } = event;
    if (words) setTimeout(() => announce(words), UNSAID_MS);
  };

  /** A dialog that is gone gives the focus back to where it was; by then another may be open. */
  readonly #onClosed = (event: Event): void => {
    if (event.target === this.renderRoot.querySelector('dialog')) this.deciding = undefined;
  };

  /** The palette opens from everywhere in the element; the panels have their keys while the list has the focus. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    if (isPaletteKey(event)) {
      event.preventDefault();
      return this.#floor?.showPalette();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !isInList(event)) return;
    const panel = this.#panels.all[panelKeys.indexOf(event.key)];
    if (panel) this.#show(panel.id);
    else if (event.key.toLowerCase() === 'l') this.#monitorOf(this.#floor?.selected ?? '')?.leave();
    else return;
    event.preventDefault();
  };

  /** And where nothing on the page has the focus. */
  readonly #onPageKey = (event: KeyboardEvent): void => {
    const isNowhere = event.target === document.body || event.target === document.documentElement;
    if (!isNowhere || event.defaultPrevented || !isPaletteKey(event)) return;
    event.preventDefault();
    this.#floor?.showPalette();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-supervisor': FloorwalkSupervisor;
  }
}
