import { offerOf, primaryOf, type Conversation } from '@floorwalk/core/conversation';
import type { Roster } from '@floorwalk/core/supervision';
import type { PersonActor } from '../auth-port.ts';
import { sightOf } from '../sight.ts';
import type { Outlet } from '../transport.ts';
import type { Reading } from './reading.ts';
import type { Shown } from './shown.ts';
import type { Cursor } from './timeline.ts';

/** How far a subscription has got: what it was sent of both planes, and of the rest. */
export interface Place extends Cursor {
  /** Everything besides the text as it was last sent. */
  shown: Shown | undefined;
  last: Conversation | undefined;
}

/** Watchers who call their subscription alike, see alike, and have been sent the same: they move on together. */
export interface Audience {
  readonly id: string;
  /** What all of them see and may do, by its key. */
  readonly sight: string;
  /** One of them, for all: nobody in it takes part in the conversation. */
  readonly actor: PersonActor;
  readonly roster: Roster | undefined;
  readonly place: Place;
  /** What its frames go to. */
  readonly outlets: Map<Reader, Pick<Outlet, 'send'>>;
}

/** A subscription to the conversation. */
export interface Reader {
  /** Looks at a change for itself alone. */
  touch(change: Reading): void;
}

/** Who reads one conversation: each alone, or in an audience. */
export class Audiences {
  readonly #latest = new Map<string, Audience>();
  readonly #together = new Set<Audience>();
  readonly #alone = new Set<Reader>();

  /** From here on it is told of changes, alone. */
  enter(reader: Reader): void {
    this.#alone.add(reader);
  }

  /** It joins whoever stands at this place; a new audience where nobody else does. */
  join(reader: Reader, outlet: Pick<Outlet, 'send'>, at: Omit<Audience, 'outlets'>): Audience {
    const key = `${at.sight} ${at.id}`;
    const known = this.#latest.get(key);
    const audience =
      known && known.roster === at.roster && isSame(known.place, at.place)
        ? known
        : { ...at, place: { ...at.place }, outlets: new Map() };
    this.#latest.set(key, audience);
    this.#alone.delete(reader);
    this.#together.add(audience);
    audience.outlets.set(reader, outlet);
    return audience;
  }

  /** It leaves its audience and is told of changes alone again. */
  part(reader: Reader, from: Audience): void {
    this.leave(reader, from);
    this.#alone.add(reader);
  }

  /** It is told of nothing any more. */
  leave(reader: Reader, from: Audience | undefined): void {
    this.#alone.delete(reader);
    from?.outlets.delete(reader);
    if (from?.outlets.size === 0) this.#together.delete(from);
  }

  /** Tells everybody of a change: an audience is moved on at once where it can be, and everybody else looks alone. */
  touch(change: Reading): void {
    const apart = [...this.#alone];
    for (const audience of this.#together) {
      const frame = change.move(audience);
      if (frame === 'apart') for (const reader of audience.outlets.keys()) apart.push(reader);
      else if (frame) for (const outlet of audience.outlets.values()) outlet.send(frame);
    }
    for (const reader of apart) reader.touch(change);
  }
}

const isSame = (a: Place, b: Place): boolean =>
  a.public === b.public && a.internal === b.internal && a.shown?.json === b.shown?.json && a.last === b.last;

/** Whether this person still sees what all of the audience see, and it was sent everything that there is. */
export function isUpToDate({ sight, place, roster }: Audience, actor: PersonActor, change: Reading): boolean {
  if (roster !== change.roster || place.last !== change.conversation) return false;
  if (sightOf(actor, change.conversation) !== sight) return false;
  const access = change.access(actor);
  return access.may && access.role === 'watcher' && change.shown(actor, 'watcher').json === place.shown?.json;
}

/** Whether the same people take part, so that nobody has become or ceased to be a participant. */
export const hasSamePeople = (before: Conversation, now: Conversation): boolean =>
  before.consultants === now.consultants &&
  before.consultees === now.consultees &&
  primaryOf(before)?.id === primaryOf(now)?.id &&
  offerOf(before)?.agent === offerOf(now)?.agent;
