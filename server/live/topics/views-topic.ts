import type { Refusal } from '@floorwalk/core';
import { initialViews, SHARED, type SavedView, type Views } from '@floorwalk/core/floor';
import type { ServerMessage } from '@floorwalk/core/protocol';
import type { Tenant } from '../../engine/engine.ts';
import { needsRole, RowTopic } from './row-topic.ts';

type Item = Extract<ServerMessage, { type: 'views' }>['views'][number];

/** A supervisor's own saved views and the shared ones, all of them whenever one has changed (F6). */
export class ViewsTopic extends RowTopic {
  #sent: readonly (Views | undefined)[] | undefined;

  /** Whatever else happens on the floor is nothing to it. */
  override touch(): void {
    if (this.#sent === undefined || this.#lists().some((list, at) => list !== this.#sent?.[at])) super.touch();
  }

  protected refusal(): Refusal | null {
    return needsRole(this.listener, 'supervisor');
  }

  protected evaluate(): void {
    this.#sent = this.#lists();
    this.listener.send({ type: 'views', id: this.id, ...viewsOf(this.listener.tenant, this.listener.actor.id) });
  }

  #lists(): readonly (Views | undefined)[] {
    const { tenant, actor } = this.listener;
    return [tenant.floor.views.get(actor.id), tenant.floor.views.get(SHARED)];
  }
}

/** What a supervisor may open, their own first, and with which of it their floor opens. */
export function viewsOf(
  { floor }: Tenant,
  person: string,
): { readonly views: Item[]; readonly opensWith: string | null } {
  const of = (id: string): Views => floor.views.get(id) ?? initialViews(id);
  const named = (id: string) => ({ id, name: floor.people.get(id)?.name ?? id });
  const item = ({ owner, by, look, ...view }: SavedView, shared: boolean): Item => ({
    ...view,
    shared,
    owner: named(owner),
    by: named(by),
    look: {
      ...look,
      queues: [...look.queues],
      agents: [...look.agents],
      channels: [...look.channels],
      sentiments: [...look.sentiments],
    },
  });
  const own = of(person);
  const views = [...own.views.map((view) => item(view, false)), ...of(SHARED).views.map((view) => item(view, true))];
  const { opensWith } = own;
  return { views, opensWith: views.some(({ id }) => id === opensWith) ? opensWith : null };
}
