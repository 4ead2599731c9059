import { readDetail, readHandover, type Detail } from '@floorwalk/core/protocol';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { CommandInput, LiveClient } from '../../client/index.ts';
import { t } from '../../strings/index.ts';
import { CandidatesPanel } from '../assign/candidates-panel.ts';
import type { Target } from '../assign/render-candidates.ts';
import { renderHandover, type Card } from './render-handover.ts';

/**
 * Moves a conversation to another agent, with the card that they read before they accept (T1–T5).
 *
 * @fires floorwalk-panel-closed - Done or cancelled, with what came of it in words.
 */
export class FloorwalkTransfer extends CandidatesPanel {
  protected readonly purpose = 'transfer';

  @state() private card: Card = {};
  @state() private about: Detail | undefined;

  protected override began(client: LiveClient): void {
    this.card = {};
    this.about = undefined;
    void this.#prefill(client);
  }

  protected titleWords(): string {
    return t('transferTitle', { customer: this.customer || this.conversation });
  }
  protected terms(target: Target): string {
    const agent = target.name;
    const primary = this.about?.primary?.name ?? '';
    const stays = primary === '' ? '' : ` ${t('consulteeTerms', { primary, agent })}`;
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
      ...(override && { override }),
    };
  }
  protected override complete(command: CommandInput): CommandInput {
    return command.type === 'transfer' ? { ...command, handover: this.card } : command;
  }
  protected doneWord(target: Target): string {
    return t('offeredNow', { agent: target.name });
  }

  protected override renderMore(): TemplateResult {
    return renderHandover(this.card, this.about, (field, words) => (this.card = { ...this.card, [field]: words }));
  }

  /** The server drafts the card from the transcript; what the supervisor has written stays. */
  async #prefill(client: LiveClient): Promise<void> {
    const { conversation } = this;
    const path = `/v1/conversations/${encodeURIComponent(conversation)}`;
    const [about, draft] = await Promise.all(
      [path, `${path}/handover-draft`].map((address) => client.get(address).catch(() => undefined)),
    );
    if (conversation !== this.conversation) return;
    const seen = readDetail(about?.body);
    if (seen) this.about = seen;
    const sentiment = seen && seen.sentiment !== 0 ? { sentiment: String(seen.sentiment) } : {};
    const drafted = draft?.ok ? readHandover(draft.body) : {};
    this.card = { ...sentiment, ...drafted, ...this.card };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-transfer': FloorwalkTransfer;
  }
}
