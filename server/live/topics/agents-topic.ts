import type { Refusal } from '@floorwalk/core';
import { agentCards } from '@floorwalk/core/floor';
import { RowTopic, needsRole } from './row-topic.ts';

/** Every agent with presence, reachability, load, capacity, queues and conversations (K4). */
export class AgentsTopic extends RowTopic {
  #order = '';

  protected refusal(): Refusal | null {
    return needsRole(this.listener, 'supervisor');
  }

  protected evaluate(): void {
    const cards = agentCards(this.listener.tenant.floor, this.listener.actor);
    const order = cards.map(({ id }) => id);
    const changed = this.changed(cards);
    if (changed.length === 0 && order.join(' ') === this.#order) return;
    this.#order = order.join(' ');
    this.listener.send({ type: 'agents', id: this.id, order, cards: changed });
  }
}
