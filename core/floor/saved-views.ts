import type { Channel, Time } from '../words.ts';
import type { FloorView, SortColumn } from '../protocol/words.ts';

/** How a floor is looked at: view, filters, order and the height of its rows. Never what was searched for. */
export interface FloorLook {
  readonly view: FloorView;
  readonly queues: readonly string[];
  readonly agents: readonly string[];
  readonly channels: readonly Channel[];
  readonly sentiments: readonly number[];
  readonly sort: SortColumn;
  readonly descending: boolean;
  /** Null: as whoever opens it has chosen. */
  readonly density: 'standard' | 'compact' | null;
}

/** A look that a supervisor gave a name (F6). It is a question, not a right: whoever opens it sees what they may see. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** Who made it. */
  readonly owner: string;
  /** Who saved it last, and when: the version that whoever saves it next has to have seen. */
  readonly by: string;
  readonly at: Time;
  readonly look: FloorLook;
}

/** The saved views of one supervisor, or those that all supervisors of the tenant share. */
export interface Views {
  /** The person, or `SHARED`. */
  readonly id: string;
  readonly version: number;
  readonly views: readonly SavedView[];
  /** The view with which this person's floor opens. */
  readonly opensWith: string | null;
}

/** The id of what is shared; no person has it. */
export const SHARED = '*';

interface Happened {
  readonly at: Time;
  readonly by: string;
}
export type ViewsEvent =
  /** `was`: what it replaces, null where it is new here. */
  | (Happened & { readonly type: 'ViewSaved'; readonly view: SavedView; readonly was: SavedView | null })
  | (Happened & { readonly type: 'ViewDeleted'; readonly view: SavedView })
  | (Happened & { readonly type: 'OpeningViewSet'; readonly view: string | null });

/** Nobody has saved anything yet. */
export const initialViews = (id: string): Views => ({ id, version: 0, views: [], opensWith: null });

/** The views after one event. The version is the folder's to set. */
export function evolveViews(views: Views, event: ViewsEvent): Views {
  if (event.type === 'OpeningViewSet') return { ...views, opensWith: event.view };
  const others = views.views.filter(({ id }) => id !== event.view.id);
  return { ...views, views: event.type === 'ViewSaved' ? [...others, event.view] : others };
}
