import { isRefusal, refuse, type Refusal } from '@floorwalk/core';
import type { Tenant } from '../engine/engine.ts';
import { notBusy, surely } from '../engine/surely.ts';
import type { PersonActor } from './auth-port.ts';
import type { Closing } from './topics/topic.ts';
import type { WaitingLeases } from './waiting-leases.ts';
import type { Wheel } from './wheel.ts';

/** How long the roster still names somebody whose connection was cut (M3). */
export const ROSTER_LEASE_MS = 20_000;
/** How long until a roster that could not be entered is tried again. */
const AGAIN_MS = 1_000;

/** What the leases of one tenant's pages need. */
export interface WatchDeps {
  readonly tenant: Tenant;
  readonly wheel: Wheel;
  /** Leases of pages whose connections were cut. */
  readonly waiting: WaitingLeases;
  /** Whether this person reads the conversation on another page of this server. */
  readonly isFollowed: (conversation: string, person: string) => boolean;
}

/** One subscription's lease on a conversation's roster (M3, M5). */
export class Watch {
  readonly #deps: WatchDeps;
  readonly #conversation: string;
  /** The lease's name; that of a page that was cut, once this one took it over. */
  #connection: string;
  #actor: PersonActor | undefined;

  constructor(deps: WatchDeps, conversation: string, connection: string) {
    this.#deps = deps;
    this.#conversation = conversation;
    this.#connection = connection;
  }

  get isOn(): boolean {
    return this.#actor !== undefined;
  }

  /** Whether the lease was ended by somebody else: this person said on another page that they stop (M5). */
  get wasEnded(): boolean {
    return this.#actor !== undefined && !this.#isNamed(this.#actor, this.#connection);
  }

  /**
   * Another server took this one for dead and ended its leases: whoever still `reads` enters the roster again (M3), as
   * soon as the store is not too busy for it. Answers why they may not, and then must read no more.
   */
  async lapsed(connection: string, reads: () => boolean): Promise<Refusal | null> {
    const actor = this.#actor;
    if (connection !== this.#connection || !actor) return null;
    this.#actor = undefined;
    while (reads()) {
      const refusal = await this.begin(actor, false).catch(() => refuse('busy'));
      if (refusal === null && !reads()) this.end('unsubscribed');
      if (refusal?.refusal !== 'busy') return refusal;
      await new Promise<void>((again) => void this.#deps.wheel.after(AGAIN_MS, again));
    }
    return null;
  }

  /** Enters the roster; the refusal is the rule's (M1). Who may and has only lost a connection goes on where they were. */
  async begin(actor: PersonActor, mayGoOn: boolean): Promise<Refusal | null> {
    if (this.isOn) return null;
    const { tenant, waiting } = this.#deps;
    const left = mayGoOn
      ? waiting.take(this.#placeOf(actor), (connection) => this.#isNamed(actor, connection))
      : undefined;
    if (left !== undefined) {
      this.#connection = left;
      this.#actor = actor;
      return null;
    }
    const answer = await tenant.run(actor, {
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
      const end = (): void => this.#surely(() => this.#unwatch(actor).then(() => this.#leave(actor)));
      this.#deps.waiting.wait(this.#placeOf(actor), this.#connection, ROSTER_LEASE_MS, end);
      return;
    }
    this.#surely(() => this.#unwatch(actor));
    // Who only turned to another page is still a consultant; whose last page is gone for the length of a lease is not.
    if (why === 'unsubscribed') this.#deps.wheel.after(ROSTER_LEASE_MS, () => this.#surely(() => this.#leave(actor)));
  }

  #placeOf({ id }: PersonActor): string {
    return `${this.#conversation} ${id}`;
  }

  /** Whether the roster has this lease of theirs. */
  #isNamed({ id }: PersonActor, connection: string): boolean {
    const roster = this.#deps.tenant.floor.rosters.get(this.#conversation);
    return Object.hasOwn(roster?.watchers.find((watcher) => watcher.id === id)?.connections ?? {}, connection);
  }

  /** While the store is away or too busy nobody can leave: it is tried again until they have, so that no roster keeps a ghost. */
  #surely(leave: () => Promise<void>): void {
    surely(leave, (again) => this.#deps.wheel.after(ROSTER_LEASE_MS, again));
  }

  async #unwatch(actor: PersonActor): Promise<void> {
    // They have come back to it meanwhile.
    if (this.isOn) return;
    const command = { type: 'Unwatch', connection: this.#connection } as const;
    notBusy(await this.#deps.tenant.run(actor, { of: 'roster', id: this.#conversation, command }));
  }

  /** A consultant whose last lease has ended has left (M5). */
  async #leave(actor: PersonActor): Promise<void> {
    const { tenant, isFollowed } = this.#deps;
    const { floor } = tenant;
    const isConsultant = floor.conversations.get(this.#conversation)?.consultants.some(({ id }) => id === actor.id);
    const watches = floor.rosters.get(this.#conversation)?.watchers.some(({ id }) => id === actor.id);
    if (!isConsultant || watches || isFollowed(this.#conversation, actor.id)) return;
    const command = { type: 'Leave' } as const;
    notBusy(await tenant.run(actor, { of: 'conversation', id: this.#conversation, command }));
  }
}
