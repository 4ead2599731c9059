import type { Refusal } from '@floorwalk/core';
import { queryFloor } from '@floorwalk/core/floor';
import type { FloorQuery } from '@floorwalk/core/protocol';
import { RowTopic, needsRole } from './row-topic.ts';
import type { Listener } from './topic.ts';

/** The floor as one supervisor looks at it: a view, filters, a sort and the visible window (F1, F2). */
export class FloorTopic extends RowTopic {
  #query: FloorQuery;
  #frame = '';

  constructor(id: string, listener: Listener, query: FloorQuery) {
    super(id, listener);
    this.#query = query;
  }

  /** Another window, sort or filter; every row of it is sent. */
  replace(query: FloorQuery): void {
    this.#query = query;
    this.#frame = '';
    this.forget();
    this.recheck();
  }

  protected refusal(): Refusal | null {
    return needsRole(this.listener, 'supervisor');
  }

  protected evaluate(): void {
    const { tenant, actor } = this.listener;
    const { total, counts, order, rows } = queryFloor(tenant.floor, actor, this.#query, tenant.now());
    const changed = this.changed(rows);
    const frame = JSON.stringify([total, counts, order]);
    if (changed.length === 0 && frame === this.#frame) return;
    this.#frame = frame;
    this.listener.send({
      type: 'floor',
      id: this.id,
      offset: tenant.offset,
      first: this.#query.offset,
      total,
      counts,
      order: [...order],
      rows: changed,
    });
  }
}
