import { detail as detailSchema, parse, type Detail } from '@floorwalk/core/protocol';
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { CommandInput, LiveClient } from '../../client/index.ts';
import { t, type StringKey } from '../../strings/index.ts';
import { CandidatesPanel, type Target } from '../assign/candidates-panel.ts';

type Field = 'reason' | 'wants' | 'tried' | 'promised' | 'promisedBy' | 'lastQuestion';
const fields: readonly (readonly [Field, StringKey])[] = [
  ['wants', 'handoverWants'],
  ['tried', 'handoverTried'],
  ['promised', 'handoverPromised'],
  ['promisedBy', 'handoverBy'],
  ['lastQuestion', 'handoverLastQuestion'],
  ['reason', 'transferReason'],
];

/**
 * Moves a conversation to another agent, with the card that they read before they accept (T1–T5).
 *
 * @fires floorwalk-panel-closed - Done or cancelled, with what came of it in words.
 * @csspart dialog header row field handover what-if refusal button primary status
 */
export class FloorwalkTransfer extends CandidatesPanel {
  protected readonly purpose = 'transfer';

  @state() private card: Readonly<Record<string, string>> = {};
  #primary = '';

  protected override opened(client: LiveClient, signal: AbortSignal): void {
    super.opened(client, signal);
    void this.#prefill(client);
  }

  protected titleWords(): string {
    return t('transferTitle', { customer: this.customer || this.conversation });
  }
  protected terms(target: Target): string {
    const agent = target.name;
    const stays = this.#primary === '' ? '' : ` ${t('consulteeTerms', { primary: this.#primary, agent })}`;
    return `${t('transferTerms', { agent, customer: this.customer || t('theCustomer') })}${stays}`;
  }
  protected confirmWord(target: Target | undefined): string {
    return target ? t('transferTo', { agent: target.name }) : t('commandTransfer');
  }
  protected commandFor(target: Target, override: { readonly reason: string } | undefined): CommandInput {
    return {
      type: 'transfer',
      conversation: this.conversation,
      agent: target.id,
      handover: this.card,
      ...(override && { override }),
    };
  }
  protected doneWord(target: Target): string {
    return t('offeredNow', { agent: target.name });
  }

  protected override renderMore(): TemplateResult {
    return html`<div class="card" part="handover">
      <h3>${t('handoverCard')} <span class="muted">${t('handoverSource')}</span></h3>
      ${fields.map(
        ([field, label]) =>
          html`<label>
            <span class="label">${t(label as 'handoverWants')}</span>
            <textarea
              class="field"
              part="field"
              rows="1"
              maxlength="2000"
              .value=${this.card[field] ?? ''}
              @input=${(event: Event) => (this.card = { ...this.card, [field]: (event.target as HTMLTextAreaElement).value })}
            ></textarea>
          </label>`,
      )}
    </div>`;
  }

  /** The server drafts the card from the transcript; what the supervisor has written stays. */
  async #prefill(client: LiveClient): Promise<void> {
    const answer = await client
      .get(`/v1/conversations/${encodeURIComponent(this.conversation)}`)
      .catch(() => undefined);
    const body = answer?.body as { handoverDraft?: Readonly<Record<string, string>> } | undefined;
    const parsed = parse(detailSchema, answer?.body);
    const seen: Detail | undefined = parsed.ok ? parsed.value : undefined;
    this.#primary = seen?.primary?.name ?? '';
    this.card = { ...body?.handoverDraft, ...this.card };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-transfer': FloorwalkTransfer;
  }
}
