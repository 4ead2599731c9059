import { offerOf, primaryOf, type Conversation } from '@floorwalk/core/conversation';
import type { Roster } from '@floorwalk/core/supervision';
import type { PersonActor } from '../auth-port.ts';
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
  /** One of them, for all: nobody in it takes part in the conversation. */
  readonly actor: PersonActor;
  readonly roster: Roster | undefined;
  readonly place: Place;
}

/** The audiences of one conversation. */
export class Audiences {
  readonly #latest = new Map<string, Audience>();

  /** The audience of whoever stands at this place; a new one where nobody else does. */
  join(id: string, sight: string, actor: PersonActor, place: Place, roster: Roster | undefined): Audience {
    const key = `${sight} ${id}`;
    const known = this.#latest.get(key);
    if (known && known.roster === roster && isSame(known.place, place)) return known;
    const made = { id, actor, roster, place: { ...place } };
    this.#latest.set(key, made);
    return made;
  }
}

const isSame = (a: Place, b: Place): boolean =>
  a.public === b.public && a.internal === b.internal && a.shown?.json === b.shown?.json && a.last === b.last;

/** Whether the same people take part, so that nobody has become or ceased to be a participant. */
export const hasSamePeople = (before: Conversation, now: Conversation): boolean =>
  before.consultants === now.consultants &&
  before.consultees === now.consultees &&
  primaryOf(before)?.id === primaryOf(now)?.id &&
  offerOf(before)?.agent === offerOf(now)?.agent;
