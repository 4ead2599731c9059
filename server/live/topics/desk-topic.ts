import type { Refusal } from '@floorwalk/core';
import type { FloorIndex } from '@floorwalk/core/floor';
import { deskOf } from '../desk-of.ts';
import { RowTopic, needsRole } from './row-topic.ts';
import type { Listener } from './topic.ts';

/** An agent's own work: what they hold, are offered, consult on, and may pick. */
export class DeskTopic extends RowTopic {
  #sent = '';
  readonly #index: FloorIndex;

  constructor(id: string, listener: Listener, index: FloorIndex) {
    super(id, listener);
    this.#index = index;
  }

  protected refusal(): Refusal | null {
    return needsRole(this.listener, 'agent', 'supervisor');
  }

  protected evaluate(): void {
    const desk = deskOf(this.listener.tenant, this.listener.actor, this.#index);
    const json = JSON.stringify(desk);
    if (json === this.#sent) return;
    this.#sent = json;
    this.listener.send({ type: 'desk', id: this.id, desk });
  }
}
