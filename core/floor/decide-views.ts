import type { Actor } from '../actor.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { Time } from '../words.ts';
import type { Floor } from './floor.ts';
import { foldText } from './fold-text.ts';
import { initialViews, SHARED, type FloorLook, type SavedView, type Views, type ViewsEvent } from './saved-views.ts';

/** So many views one supervisor keeps, and so many a tenant's supervisors share: a list that is still read, not searched. */
export const MOST_VIEWS = 40;

/** `seen`: when the view was saved as whoever asks saw it, null where they saw none; undefined: as it is now. */
export type ViewsCommand =
  | {
      readonly type: 'SaveView';
      readonly view: string;
      readonly seen: Time | null | undefined;
      readonly name: string;
      readonly isShared: boolean;
      readonly look: FloorLook;
    }
  | { readonly type: 'DeleteView'; readonly view: string; readonly seen: Time | undefined }
  | { readonly type: 'OpenWith'; readonly view: string | null };

/** What happens to one list of views. */
export interface ViewsChange {
  readonly id: string;
  readonly events: readonly ViewsEvent[];
}

interface Ask {
  readonly floor: Pick<Floor, 'views' | 'people'>;
  readonly actor: Actor;
  readonly now: Time;
}

/**
 * What a supervisor's command does to their own views and to the shared ones (F6). Shared views belong to all supervisors:
 * each may change, rename and delete one; only who made it takes it back. Of two who change one the slower is told.
 */
export function decideViews(ask: Ask, command: ViewsCommand): readonly ViewsChange[] | Refusal {
  const { floor, actor, now } = ask;
  if (actor.kind !== 'person' || !actor.roles.includes('supervisor')) return refuse('role');
  const by = actor.id;
  const own = floor.views.get(by) ?? initialViews(by);
  const shared = floor.views.get(SHARED) ?? initialViews(SHARED);
  const [inOwn, inShared] = [viewIn(own, command.view), viewIn(shared, command.view)];
  if (command.type === 'OpenWith') {
    if (command.view !== null && !inOwn && !inShared) return noView();
    if (command.view === own.opensWith) return [];
    return [{ id: by, events: [{ type: 'OpeningViewSet', at: now, by, view: command.view }] }];
  }
  const was = inOwn ?? inShared;
  if (command.type === 'DeleteView') {
    if (!was) return [];
    if (command.seen !== undefined && command.seen !== was.at) return wasSaved(ask, was);
    return [{ id: inOwn ? by : SHARED, events: [{ type: 'ViewDeleted', at: now, by, view: was }] }];
  }
  if (command.seen !== undefined && command.seen !== (was?.at ?? null)) return wasSaved(ask, was);
  const { view: id, name, isShared, look } = command;
  const [from, to] = [inOwn ? own : inShared ? shared : undefined, isShared ? shared : own];
  if (from === shared && to === own && was?.owner !== by)
    return refuse('role', {
      field: 'shared',
      detail: 'Only who made this view can take it back. Save it as your own.',
    });
  if (inOwn && inShared && isShared) return refuse('identifierReused', { field: 'view' });
  const no = placeRefusal(to, id, name);
  if (no) return no;
  // Later than what it replaces, whatever the clock says: it is the version, too.
  const at = Math.max(now, (was?.at ?? 0) + 1);
  const view: SavedView = { id, name, owner: was?.owner ?? by, by, at, look };
  const saved: ViewsEvent = { type: 'ViewSaved', at: now, by, view, was: (to === from ? was : null) ?? null };
  const left: ViewsEvent[] = was && from !== to ? [{ type: 'ViewDeleted', at: now, by, view: was }] : [];
  return [...(left.length > 0 && from ? [{ id: from.id, events: left }] : []), { id: to.id, events: [saved] }];
}

function placeRefusal({ id: list, views }: Views, id: string, name: string): Refusal | null {
  const others = views.filter((view) => view.id !== id);
  if (others.length >= MOST_VIEWS)
    return refuse('malformed', {
      field: 'name',
      detail: `${list === SHARED ? 'Supervisors share' : 'You have'} ${MOST_VIEWS} views already. Delete one first.`,
    });
  const wanted = foldText(name);
  return others.some((view) => foldText(view.name) === wanted)
    ? refuse('identifierReused', { field: 'name', detail: 'Another view has this name. Choose a name of its own.' })
    : null;
}

/** Somebody else was faster: who, when, and whether there is anything left of it. */
function wasSaved({ floor }: Ask, was: SavedView | undefined): Refusal {
  if (!was) return refuse('version', { field: 'view', detail: 'Somebody deleted this view. Save it as a new one.' });
  const person = floor.people.get(was.by)?.name ?? was.by;
  return refuse('version', { field: 'view', winner: { person, at: was.at, did: 'saved' } });
}

const noView = (): Refusal => refuse('malformed', { field: 'view', detail: 'There is no such view.' });

const viewIn = ({ views }: Views, id: string | null): SavedView | undefined => views.find((view) => view.id === id);
