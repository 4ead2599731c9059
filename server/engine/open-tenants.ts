import type { Clock, Tenant } from './engine.ts';
import type { Reactions } from './reactions.ts';
import type { TenantRuntime } from './tenant-runtime.ts';

/** A tenant that nobody has used for so long is let go: this server then follows nothing of it. */
const IDLE_MS = 60_000;

/** A tenant that this server follows, and what reacts to its commits. */
export interface OpenTenant {
  readonly tenant: TenantRuntime;
  readonly reactions: Reactions;
}

/**
 * The tenants that this server follows: each from its first use until nobody is connected, nothing is under way and
 * nothing is waited for any more.
 */
export class OpenTenants {
  readonly #load: (id: string) => Promise<OpenTenant>;
  readonly #forget: (id: string) => Promise<void>;
  readonly #clock: Clock;
  readonly #server: string;
  readonly #opening = new Map<string, Promise<Tenant>>();
  readonly #open = new Map<string, OpenTenant>();
  readonly #usedAt = new Map<string, number>();
  readonly #leaving = new Map<string, Promise<void>>();

  /** `forget` ends this server's lease on a tenant that is let go. */
  constructor(deps: {
    readonly load: (id: string) => Promise<OpenTenant>;
    readonly forget: (id: string) => Promise<void>;
    readonly clock: Clock;
    readonly server: string;
  }) {
    this.#load = deps.load;
    this.#forget = deps.forget;
    this.#clock = deps.clock;
    this.#server = deps.server;
  }

  /** The tenant, loaded if it is not followed yet. */
  readonly tenant = (id: string): Promise<Tenant> => {
    this.#usedAt.set(id, this.#clock.now());
    let promise = this.#opening.get(id);
    if (!promise) {
      promise = this.#start(id);
      this.#opening.set(id, promise);
      promise.catch(() => this.#opening.delete(id));
    }
    return promise;
  };

  known(id: string): OpenTenant | undefined {
    return this.#open.get(id);
  }

  all(): readonly OpenTenant[] {
    return [...this.#open.values()];
  }

  /** Lets go what nobody has used for a while. */
  async releaseIdle(): Promise<void> {
    const now = this.#clock.now();
    for (const [id, held] of this.#open) {
      if (this.#isInUse(held)) this.#usedAt.set(id, now);
      else if (now - (this.#usedAt.get(id) ?? 0) > IDLE_MS) await this.#release(id, held);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.all().map(({ tenant }) => tenant.close()));
  }

  async #start(id: string): Promise<Tenant> {
    await this.#leaving.get(id);
    const held = await this.#load(id);
    this.#open.set(id, held);
    held.reactions.catchUp();
    return held.tenant;
  }

  #isInUse({ tenant, reactions }: OpenTenant): boolean {
    return tenant.isBusy || !reactions.isIdle() || this.#holdsConnections(tenant);
  }

  #holdsConnections({ floor }: TenantRuntime): boolean {
    const isHere = (connections: Readonly<Record<string, string>>): boolean =>
      Object.values(connections).some((holder) => holder === this.#server);
    for (const { connections } of floor.agents.values()) if (isHere(connections)) return true;
    for (const { watchers } of floor.rosters.values())
      if (watchers.some(({ connections }) => isHere(connections))) return true;
    return false;
  }

  /** Whoever asks for it meanwhile waits, so that its lease is not ended after it was taken again. */
  #release(id: string, { tenant, reactions }: OpenTenant): Promise<void> {
    this.#open.delete(id);
    this.#opening.delete(id);
    this.#usedAt.delete(id);
    reactions.stop();
    const left = Promise.all([tenant.close(), this.#forget(id)]).then(() => {});
    const leaving = left.finally(() => this.#leaving.delete(id));
    this.#leaving.set(id, leaving);
    return leaving;
  }
}
