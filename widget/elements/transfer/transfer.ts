import { detail as detailSchema, handover, parse } from '@floorwalk/core/protocol';
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live as fromPage } from 'lit/directives/live.js';
import type { CommandInput, LiveClient } from '../../client/index.ts';
import { sentimentWord, t, type StringKey } from '../../strings/index.ts';
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

  protected override began(client: LiveClient): void {
    this.card = {};
    this.#primary = '';
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
      ...(target.kind === 'agent' ? { agent: target.id } : { queue: target.id }),
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
      ${this.card['sentiment'] ? html`<p class="whole muted">${t('factSentiment')}: ${sentimentWord(Number(this.card['sentiment']))}</p>` : ''}
      ${fields.map(
        ([field, label]) =>
          html`<label>
            <span class="label">${t(label as 'handoverWants')}</span>
            <textarea
              class="field"
              part="field"
              rows="1"
              maxlength="2000"
              .value=${fromPage(this.card[field] ?? '')}
              @input=${(event: Event) => (this.card = { ...this.card, [field]: (event.target as HTMLTextAreaElement).value })}
            ></textarea>
          </label>`,
      )}
    </div>`;
  }

  /** The server drafts the card from the transcript; what the supervisor has written stays. */
  async #prefill(client: LiveClient): Promise<void> {
    const { conversation } = this;
    const path = `/v1/conversations/${encodeURIComponent(conversation)}`;
    const [about, draft] = await Promise.all(
      [path, `${path}/handover-draft`].map((address) => client.get(address).catch(() => undefined)),
    );
    if (conversation !== this.conversation) return;
    const seen = parse(detailSchema, about?.body);
    this.#primary = seen.ok ? (seen.value.primary?.name ?? '') : '';
    const drafted = parse(handover, draft?.body);
    this.card = { ...(draft?.ok && drafted.ok ? drafted.value : {}), ...this.card };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-transfer': FloorwalkTransfer;
  }
}
