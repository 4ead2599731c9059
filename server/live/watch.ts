import { isRefusal, type Refusal } from '@floorwalk/core';
import type { Tenant } from '../engine/engine.ts';
import type { PersonActor } from './auth-port.ts';
import type { Closing } from './topics/topic.ts';
import type { Wheel } from './wheel.ts';

/** How long the roster still names somebody whose connection was cut (M3). */
export const ROSTER_LEASE_MS = 20_000;

/** One subscription's lease on a conversation's roster (M3, M5). */
export class Watch {
  readonly #tenant: Tenant;
  readonly #conversation: string;
  readonly #connection: string;
  readonly #wheel: Wheel;
  /** Whether this person reads the conversation on another page of this server. */
  readonly #isElsewhere: (person: string) => boolean;
  #actor: PersonActor | undefined;

  constructor(
    tenant: Tenant,
    conversation: string,
    connection: string,
    wheel: Wheel,
    isElsewhere: (person: string) => boolean,
  ) {
    this.#tenant = tenant;
    this.#conversation = conversation;
    this.#connection = connection;
    this.#wheel = wheel;
    this.#isElsewhere = isElsewhere;
  }

  get isOn(): boolean {
    return this.#actor !== undefined;
  }

  /** Whether the lease was ended by somebody else: this person said on another page that they stop (M5). */
  get wasEnded(): boolean {
    const actor = this.#actor;
    if (!actor) return false;
    const roster = this.#tenant.floor.rosters.get(this.#conversation);
    const mine = roster?.watchers.find(({ id }) => id === actor.id);
    return !mine || !Object.hasOwn(mine.connections, this.#connection);
  }

  /** Another server took this one for dead and ended its leases: whoever still reads enters the roster again (M3). */
  async lapsed(connection: string): Promise<void> {
    const actor = this.#actor;
    if (connection !== this.#connection || !actor) return;
    this.#actor = undefined;
    await this.begin(actor);
  }

  /** Enters the roster; the refusal is the rule's (M1). */
  async begin(actor: PersonActor): Promise<Refusal | null> {
    if (this.isOn) return null;
    const answer = await this.#tenant.run(actor, {
      of: 'roster',
      id: this.#conversation,
      command: { type: 'Watch', connection: this.#connection, person: actor.id },
    });
    if (isRefusal(answer)) return answer;
    this.#actor = actor;
    return null;
  }

  /** Leaves the roster: at once when told to, after the lease when the connection was lost. */
  end(why: Closing): void {
    const actor = this.#actor;
    this.#actor = undefined;
    // Who is told to come back elsewhere is still there for as long as this server's lease.
    if (!actor || why === 'stopping') return;
    if (why === 'lost') {
      this.#wheel.after(ROSTER_LEASE_MS, () => this.#surely(() => this.#unwatch(actor).then(() => this.#leave(actor))));
      return;
    }
    this.#surely(() => this.#unwatch(actor));
    // Who only turned to another page is still a consultant; whose last page is gone for the length of a lease is not.
    if (why === 'unsubscribed') this.#wheel.after(ROSTER_LEASE_MS, () => this.#surely(() => this.#leave(actor)));
  }

  /** While the store is away nobody can leave: it is tried again until they have, so that no roster keeps a ghost. */
  #surely(leave: () => Promise<void>): void {
    leave().catch(() => this.#wheel.after(ROSTER_LEASE_MS, () => this.#surely(leave)));
  }

  async #unwatch(actor: PersonActor): Promise<void> {
    await this.#tenant.run(actor, {
      of: 'roster',
      id: this.#conversation,
      command: { type: 'Unwatch', connection: this.#connection },
    });
  }

  /** A consultant whose last lease has ended has left (M5). */
  async #leave(actor: PersonActor): Promise<void> {
    const { floor } = this.#tenant;
    const isConsultant = floor.conversations.get(this.#conversation)?.consultants.some(({ id }) => id === actor.id);
    const watches = floor.rosters.get(this.#conversation)?.watchers.some(({ id }) => id === actor.id);
    if (!isConsultant || watches || this.#isElsewhere(actor.id)) return;
    await this.#tenant.run(actor, { of: 'conversation', id: this.#conversation, command: { type: 'Leave' } });
  }
}
