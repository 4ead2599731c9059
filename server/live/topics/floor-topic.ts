import type { Refusal } from '@floorwalk/core';
import { queryFloor, type FloorAnswer, type FloorIndex, type Lens } from '@floorwalk/core/floor';
import type { FloorQuery } from '@floorwalk/core/protocol';
import type { SharedRows } from '../shared-rows.ts';
import { RowTopic, needsRole } from './row-topic.ts';
import type { Listener } from './topic.ts';

/** The floor as all its supervisors share it. */
export interface SharedFloor {
  readonly index: FloorIndex;
  readonly rows: SharedRows;
}

/** The floor as one supervisor looks at it: a view, filters, a sort and the visible window (F1, F2). */
export class FloorTopic extends RowTopic {
  #query: FloorQuery;
  #frame = '';
  readonly #shared: SharedFloor;
  #lens: Lens | null = null;

  constructor(id: string, listener: Listener, query: FloorQuery, shared: SharedFloor) {
    super(id, listener);
    this.#query = query;
    this.#shared = shared;
  }

  /** Another window, sort or filter; every row of it is sent. */
  replace(query: FloorQuery): void {
    this.#query = query;
    this.#frame = '';
    this.forget();
    this.recheck();
  }

  override close(): void {
    super.close();
    this.#lens?.close();
    this.#lens = null;
  }

  protected refusal(): Refusal | null {
    return needsRole(this.listener, 'supervisor');
  }

  protected evaluate(): void {
    const { total, counts, order, rows } = this.#answer();
    const changed = this.changed(rows);
    const frame = JSON.stringify([total, counts, order]);
    if (changed.length === 0 && frame === this.#frame) return;
    this.#frame = frame;
    this.listener.send({
      type: 'floor',
      id: this.id,
      offset: this.listener.tenant.offset,
      first: this.#query.offset,
      total,
      counts,
      order: [...order],
      rows: changed,
    });
  }

  /** From the view that all who look alike share, where there is one. */
  #answer(): FloorAnswer {
    const { tenant, actor } = this.listener;
    const { offset, limit } = this.#query;
    const shared = this.#look()?.answer(offset, limit, tenant.now());
    if (!shared) return queryFloor(tenant.floor, actor, this.#query, tenant.now());
    const { total, counts, window } = shared;
    const rows = window.map((c) => this.#shared.rows.row(c, actor));
    return { total, counts, order: window.map(({ id }) => id), rows };
  }

  /** The view of the query and the scope of now. */
  #look(): Lens | null {
    const { tenant, actor } = this.listener;
    const { index } = this.#shared;
    const key = index.keyOf(actor, this.#query);
    if (key === (this.#lens?.key ?? null)) return this.#lens;
    const before = this.#lens;
    this.#lens = index.lens(actor, this.#query, tenant.now());
    before?.close();
    return this.#lens;
  }
}
