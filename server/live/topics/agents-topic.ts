import type { Refusal } from '@floorwalk/core';
import { agentCards, type FloorIndex } from '@floorwalk/core/floor';
import { RowTopic, needsRole } from './row-topic.ts';
import type { Listener } from './topic.ts';

/** Every agent with presence, reachability, load, capacity, queues and conversations (K4). */
export class AgentsTopic extends RowTopic {
  #order = '';
  readonly #index: FloorIndex;

  constructor(id: string, listener: Listener, index: FloorIndex) {
    super(id, listener);
    this.#index = index;
  }

  protected refusal(): Refusal | null {
    return needsRole(this.listener, 'supervisor');
  }

  protected evaluate(): void {
    const cards = agentCards(this.listener.tenant.floor, this.listener.actor, (agent) => this.#index.of(agent));
    const order = cards.map(({ id }) => id);
    const changed = this.changed(cards);
    if (changed.length === 0 && order.join(' ') === this.#order) return;
    this.#order = order.join(' ');
    this.listener.send({ type: 'agents', id: this.id, order, cards: changed });
  }
}
