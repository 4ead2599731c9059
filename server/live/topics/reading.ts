import type { Conversation } from '@floorwalk/core/conversation';
import type { ServerMessage } from '@floorwalk/core/protocol';
import type { Roster } from '@floorwalk/core/supervision';
import type { PlaneItem, Tenant } from '../../engine/engine.ts';
import { accessTo, type Access } from '../access.ts';
import type { PersonActor } from '../auth-port.ts';
import { detailFor } from '../detail.ts';
import { frameOf, type Frame } from '../frame.ts';
import { readsInternal, type ReaderRole } from '../reader.ts';
import { sightOf } from '../sight.ts';
import { hasSamePeople, type Audience, type Place } from './audience.ts';
import { changesOf, type Shown } from './shown.ts';
import { inOrder, toTimelineEntry, type Cursor } from './timeline.ts';

/** What was said, as readers of the same planes get it. */
export interface Part {
  readonly items: readonly PlaneItem[];
  /** Offsets of each plane in it, in their order. */
  readonly offsets: { readonly public: readonly number[]; readonly internal: readonly number[] };
}

/** Whether it follows what was sent before, without a hole or a repeat. */
export const follows = ({ offsets }: Part, at: Cursor): boolean =>
  offsets.public.every((offset, i) => offset === at.public + i + 1) &&
  offsets.internal.every((offset, i) => offset === at.internal + i + 1);

/** Nothing was said. */
export const noText: Part = { items: [], offsets: { public: [], internal: [] } };

/**
 * One conversation after one change, as its readers see it: what is the same for several of them is made once and
 * encoded once. It belongs to one moment and is thrown away with it.
 */
export class Reading {
  readonly conversation: Conversation;
  readonly #tenant: Tenant;
  readonly #items: readonly PlaneItem[];
  readonly #access = new Map<string, Access>();
  readonly #shown = new Map<ReaderRole, Map<string, Shown>>();
  readonly #parts = new Map<boolean, Part>();
  readonly #frames = new Map<Part, Map<Shown, Map<Shown | undefined, Map<string, Frame>>>>();

  constructor(tenant: Tenant, conversation: Conversation, items: readonly PlaneItem[]) {
    this.#tenant = tenant;
    this.conversation = conversation;
    this.#items = items;
  }

  /** Who watches it now. */
  get roster(): Roster | undefined {
    return this.#tenant.floor.rosters.get(this.conversation.id);
  }

  /** What this person may read of it now. */
  access(actor: PersonActor): Access {
    return made(this.#access, sightOf(actor, this.conversation), () =>
      accessTo(this.#tenant, actor, this.conversation),
    );
  }

  /** What this person sees besides the text; the same object for all who see the same. */
  shown(actor: PersonActor, role: ReaderRole): Shown {
    const ofRole = made(this.#shown, role, () => new Map<string, Shown>());
    return made(ofRole, sightOf(actor, this.conversation), () => {
      const detail = detailFor(this.#tenant, actor, this.conversation, role);
      return { detail, json: JSON.stringify(detail) };
    });
  }

  /** What was said on the planes that this role reads. */
  part(role: ReaderRole): Part {
    const both = readsInternal(role);
    return made(this.#parts, both, () => {
      const items = inOrder(this.#items.filter(({ plane }) => both || plane === 'public'));
      const of = (plane: PlaneItem['plane']): number[] =>
        items.filter((item) => item.plane === plane).map(({ offset }) => offset);
      return { items, offsets: { public: of('public'), internal: of('internal') } };
    });
  }

  /**
   * Moves an audience on: the frame for each of them, null where there is nothing to send. `apart`: each of them has
   * to be looked at alone, and the audience has not moved.
   */
  move({ id, actor, place, roster }: Audience): Frame | null | 'apart' {
    const c = this.conversation;
    if (roster !== this.roster) return 'apart';
    if (!place.last || !hasSamePeople(place.last, c)) return 'apart';
    const access = this.access(actor);
    const part = this.part('watcher');
    if (!access.may || access.role !== 'watcher' || !follows(part, place)) return 'apart';
    place.last = c;
    const shown = this.shown(actor, 'watcher');
    if (part.items.length === 0 && shown.json === place.shown?.json) return null;
    advance(place, part);
    const frame = this.frame(id, part, false, place, shown);
    place.shown = shown;
    return frame;
  }

  /** The message to one subscription whose place, but for what is shown, is after the part; ready for its socket. */
  frame(id: string, part: Part, whole: boolean, at: Place, shown: Shown): Frame {
    const before = whole ? undefined : at.shown;
    const ofPart = made(this.#frames, part, () => new Map<Shown, Map<Shown | undefined, Map<string, Frame>>>());
    const ofShown = made(ofPart, shown, () => new Map<Shown | undefined, Map<string, Frame>>());
    const frames = made(ofShown, before, () => new Map<string, Frame>());
    return made(frames, `${whole} ${at.public} ${at.internal} ${id}`, () => {
      const changes = before && changesOf(before, shown);
      const message: ServerMessage = {
        type: 'conversation',
        id,
        whole,
        position: { epoch: this.#tenant.epoch, public: at.public, internal: at.internal },
        detail: before ? null : shown.detail,
        ...(changes && { changes }),
        entries: part.items.map((item) => toTimelineEntry(item, this.conversation)),
      };
      return frameOf(JSON.stringify(message));
    });
  }
}

/** Everything of the part has been sent. */
export function advance(place: Cursor, { offsets }: Part): void {
  place.public = offsets.public.at(-1) ?? place.public;
  place.internal = offsets.internal.at(-1) ?? place.internal;
}

function made<Key, Value>(all: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = all.get(key);
  if (known !== undefined) return known;
  const value = make();
  all.set(key, value);
  return value;
}
