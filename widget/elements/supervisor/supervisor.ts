import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { announce } from '../../announcer/announcer.ts';
import type { LiveClient } from '../../client/index.ts';
import { define } from '../../define/define.ts';
import type { CommandRequestedEvent, PanelClosedEvent } from '../../events/floor-events.ts';
import { icon } from '../../icons/index.ts';
import { noticeWords, t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { FloorwalkAgents } from '../agents/agents.ts';
import { FloorwalkAssign } from '../assign/assign.ts';
import { FloorwalkFloor } from '../floor/floor.ts';
import { FloorwalkMonitor } from '../monitor/monitor.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { FloorwalkTransfer } from '../transfer/transfer.ts';
import { supervisorStyles } from './supervisor.styles.ts';

define('floorwalk-floor', FloorwalkFloor);
define('floorwalk-agents', FloorwalkAgents);
define('floorwalk-monitor', FloorwalkMonitor);
define('floorwalk-assign', FloorwalkAssign);
define('floorwalk-transfer', FloorwalkTransfer);

/** What is being decided in the dialog. */
interface Deciding {
  readonly command: 'assign' | 'transfer' | 'forceClose';
  readonly conversation: string;
  readonly customer: string;
}

/**
 * All of a supervisor's work in one element: the floor, the agents, the monitored conversation, and the dialogs.
 *
 * @csspart panel dialog button primary field
 */
export class FloorwalkSupervisor extends FloorwalkPanel {
  static override styles = [...staffStyles, supervisorStyles];

  @state() private watched = '';
  @state() private deciding: Deciding | undefined;
  @state() private reason = '';
  @state() private trouble = '';

  /** Opens a conversation beside the floor; for pages that have their own lists. */
  monitor(conversation: string): void {
    this.watched = conversation;
    // Where there is room for one only, it lies below the floor.
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('floorwalk-monitor')?.scrollIntoView({ block: 'nearest' }),
    );
  }

  protected override opened(client: LiveClient, signal: AbortSignal): void {
    client.onChange(() => this.requestUpdate(), signal);
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (this.deciding && dialog && !dialog.open) dialog.showModal();
  }

  protected override render(): TemplateResult {
    const client = this.live;
    if (!client) return html``;
    return html`<div class="desk ${this.watched ? 'watching' : ''}" @floorwalk-command-requested=${this.#onCommand}>
        <floorwalk-floor .client=${client} heading-level=${this.headingLevel}></floorwalk-floor>
        <floorwalk-agents .client=${client} heading-level=${this.headingLevel}></floorwalk-agents>
        <floorwalk-monitor
          .client=${client}
          conversation=${this.watched}
          heading-level=${this.headingLevel}
          @floorwalk-panel-closed=${() => (this.watched = '')}
        ></floorwalk-monitor>
        <p class="use">${t('use')}</p>
      </div>
      ${keyed(this.deciding, this.deciding ? this.#renderDialog(this.deciding, client) : nothing)}`;
  }

  #renderDialog(deciding: Deciding, client: LiveClient): TemplateResult {
    const { command, conversation, customer } = deciding;
    return html`<dialog
      part="dialog"
      @close=${this.#onClosed}
      @floorwalk-panel-closed=${this.#onDone}
      @floorwalk-command-requested=${this.#onCommand}
    >
      ${
        command === 'assign'
          ? html`<floorwalk-assign
              .client=${client}
              conversation=${conversation}
              customer=${customer}
            ></floorwalk-assign>`
          : command === 'transfer'
            ? html`<floorwalk-transfer
                .client=${client}
                conversation=${conversation}
                customer=${customer}
              ></floorwalk-transfer>`
            : this.#renderForceClose(deciding)
      }
    </dialog>`;
  }

  /** The customer's words are shown before they are sent (B1). */
  #renderForceClose({ customer }: Deciding): TemplateResult {
    const isMissing = this.reason.trim() === '';
    return html`<form class="close-form" @submit=${this.#onForceClose}>
      <div role="heading" aria-level=${this.headingLevel} class="title strong">
        ${t('forceCloseTitle', { customer })}
      </div>
      <p>${t('forceCloseTold', { customer, words: noticeWords('forceClosed', {}) })} ${t('forceCloseFinal')}</p>
      <label
        ><span class="label">${t('reason')} <small>${t('required')}</small></span
        ><input
          class="field"
          part="field"
          maxlength="1000"
          .value=${this.reason}
          @input=${(event: Event) => (this.reason = (event.target as HTMLInputElement).value)}
      /></label>
      ${this.trouble ? html`<div class="strip bad" role="alert">${icon('warning')}<span>${this.trouble}</span></div>` : nothing}
      <div class="buttons">
        <button class="button" part="button" type="button" @click=${() => this.#closeDialog()}>${t('cancel')}</button>
        <button class="button primary" part="button primary" type="submit" aria-disabled=${isMissing}>
          ${t('forceCloseConfirm')}
        </button>
      </div>
    </form>`;
  }

  #closeDialog(): void {
    this.renderRoot.querySelector('dialog')?.close();
    // Its own event comes later; until then an update would open it again.
    this.deciding = undefined;
  }

  readonly #onCommand = (event: CommandRequestedEvent): void => {
    if (event.defaultPrevented) return;
    const { command, conversation, customer } = event;
    if (command === 'monitor') {
      this.monitor(conversation);
      return;
    }
    this.reason = '';
    this.trouble = '';
    this.deciding = { command, conversation, customer };
  };

  readonly #onDone = (event: PanelClosedEvent): void => {
    if (event.words) announce(event.words);
    this.#closeDialog();
  };

  /** A dialog that is gone gives the focus back to where it was; by then another may be open. */
  readonly #onClosed = (event: Event): void => {
    if (event.target === this.renderRoot.querySelector('dialog')) this.deciding = undefined;
  };

  readonly #onForceClose = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { deciding } = this;
    if (!deciding || this.reason.trim() === '') return;
    const outcome = await this.live?.command({
      type: 'force-close',
      conversation: deciding.conversation,
      reason: this.reason.trim(),
    });
    this.trouble = outcome ? (this.failure(outcome) ?? '') : '';
    if (!this.trouble) this.#closeDialog();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-supervisor': FloorwalkSupervisor;
  }
}
