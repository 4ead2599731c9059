import type { Conversation } from '@floorwalk/core/conversation';
import { rowOf, type FloorIndex } from '@floorwalk/core/floor';
import type { FloorRow } from '@floorwalk/core/protocol';
import type { Tenant } from '../engine/engine.ts';
import type { PersonActor } from './auth-port.ts';
import { sightOf } from './sight.ts';

interface Made {
  readonly row: FloorRow;
  readonly json: string;
}

interface Rows {
  readonly stamp: number;
  readonly bySight: Map<string, Made>;
  /** As they were before the last change: a row that came out the same stays the same object. */
  readonly before: ReadonlyMap<string, Made> | undefined;
}

/** Rows made once for all who see them alike; the same object as long as nothing in it changes. */
export class SharedRows {
  readonly #tenant: Tenant;
  readonly #index: FloorIndex;
  readonly #known = new Map<string, Rows>();

  constructor(tenant: Tenant, index: FloorIndex) {
    this.#tenant = tenant;
    this.#index = index;
  }

  row(c: Conversation, actor: PersonActor): FloorRow {
    const rows = this.#rows(c.id);
    const sight = sightOf(actor, c);
    const known = rows.bySight.get(sight);
    if (known) return known.row;
    const row = rowOf(this.#tenant.floor, c, actor, this.#tenant.now());
    const json = JSON.stringify(row);
    const before = rows.before?.get(sight);
    const made = before?.json === json ? before : { row, json };
    rows.bySight.set(sight, made);
    return made.row;
  }

  /** Forgets conversations that have left the floor. */
  prune(): void {
    for (const id of this.#known.keys()) if (this.#index.stampOf(id) === 0) this.#known.delete(id);
  }

  #rows(id: string): Rows {
    const stamp = this.#index.stampOf(id);
    const known = this.#known.get(id);
    if (known?.stamp === stamp) return known;
    const rows = { stamp, bySight: new Map<string, Made>(), before: known?.bySight };
    this.#known.set(id, rows);
    return rows;
  }
}
