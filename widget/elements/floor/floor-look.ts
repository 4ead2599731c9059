import type { FloorQuery, SavedViewItem } from '@floorwalk/core/protocol';
import { DENSITY, keptDensity } from './row-lines.ts';

/** How a floor is looked at, as it is saved under a name (F6). */
export type FloorLook = SavedViewItem['look'];
type Density = FloorLook['density'];

/** The density that floors had before a view brought its own. */
const before = new WeakMap<HTMLElement, string | null>();

/** What of a query is kept in a view: never what is searched for, and not where one has scrolled to. */
export const lookOf = (query: Partial<FloorQuery>, density: Density): FloorLook => ({
  view: query.view ?? 'all',
  queues: query.queues?.toSorted() ?? [],
  agents: query.agents?.toSorted() ?? [],
  channels: query.channels?.toSorted() ?? [],
  sentiments: query.sentiments?.toSorted() ?? [],
  sort: query.sort ?? 'attention',
  descending: query.descending ?? true,
  density,
});

/** Whether a view shows what is looked at; a view without a density fits every one. */
export const isShowing = (view: FloorLook, now: FloorLook): boolean =>
  JSON.stringify(lookOf(view, view.density)) ===
  JSON.stringify(lookOf(now, view.density === null ? null : now.density));

/** The density that was chosen for this floor; null where it is the page's. */
export const densityOf = (floor: HTMLElement): Density => {
  const density = floor.getAttribute(DENSITY);
  return density === 'compact' || density === 'standard' ? density : null;
};

/** Gives the floor a view's density; null: what this supervisor or the page has chosen. */
export function showDensity(floor: HTMLElement, density: Density): void {
  if (density !== null) {
    if (!before.has(floor)) before.set(floor, floor.getAttribute(DENSITY));
    floor.setAttribute(DENSITY, density);
    return;
  }
  const chosen = before.get(floor);
  if (chosen === null) floor.removeAttribute(DENSITY);
  else if (chosen !== undefined) floor.setAttribute(DENSITY, chosen);
  before.delete(floor);
  keptDensity(floor);
}
