import type { Refusal } from '@floorwalk/core';
import { deskOf } from '../desk-of.ts';
import { RowTopic, needsRole } from './row-topic.ts';

/** An agent's own work: what they hold, are offered, consult on, and may pick. */
export class DeskTopic extends RowTopic {
  #sent = '';

  protected refusal(): Refusal | null {
    return needsRole(this.listener, 'agent', 'supervisor');
  }

  protected evaluate(): void {
    const desk = deskOf(this.listener.tenant, this.listener.actor);
    const json = JSON.stringify(desk);
    if (json === this.#sent) return;
    this.#sent = json;
    this.listener.send({ type: 'desk', id: this.id, desk });
  }
}
