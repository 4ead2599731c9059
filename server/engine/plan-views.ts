import type { Actor } from '@floorwalk/core';
import { evolveViews, initialViews, type Floor, type ViewsChange } from '@floorwalk/core/floor';
import { auditOf } from '@floorwalk/core/policy';
import type { Plan } from './plan.ts';

/** The writes of what happens to lists of saved views, in one step (F6); answered with the view's version, if one was saved. */
export function planViews(floor: Floor, happened: readonly ViewsChange[], actor: Actor): Plan {
  const parts = happened.map(({ id, events }) => {
    const before = floor.views.get(id) ?? initialViews(id);
    const after = { ...events.reduce(evolveViews, before), version: before.version + 1 };
    return { change: { of: 'views' as const, id, version: after.version, events }, version: before.version, after };
  });
  const saved = happened.flatMap(({ events }) => events).find((event) => event.type === 'ViewSaved');
  return {
    changes: parts.map(({ change }) => change),
    expect: parts.map(({ change: { id }, version, after }) => ({
      family: 'views',
      id,
      version,
      state: JSON.stringify(after),
    })),
    ledger: [],
    append: [],
    audit: parts.flatMap(({ change }) => auditOf(change, actor)).map((line) => JSON.stringify(line)),
    done: saved
      ? { id: saved.view.id, version: saved.view.at }
      : { id: 'views', version: parts[0]?.after.version ?? 0 },
  };
}
