import { isRefusal, type Actor, type Plane, type Refusal } from '@floorwalk/core';
import { LEASE_MS } from '@floorwalk/core/agent';
import { completeConversation, primaryOf, type Conversation } from '@floorwalk/core/conversation';
import type { Floor, LedgerDifference } from '@floorwalk/core/floor';
import { watchLines, type AuditLine } from '@floorwalk/core/policy';
import { verifyAudit, type Verified } from '../audit/verify-audit.ts';
import type { GroupCommits } from '../store/group-commits.ts';
import type { Position, Store } from '../store/store.ts';
import { CarryOut, writesNothing } from './carry-out.ts';
import type { Clock, Done, Folded, Options, ItemOf, Request, Said, Tenant } from './engine.ts';
import { KeyedLock } from './keyed-lock.ts';
import { LiveFloor, type LiveFloorDeps } from './live-floor.ts';
import { headOf, ReadRecord } from './read-record.ts';
import { repairLedger, storedDifferences } from './repair-ledger.ts';
import { lockKey } from './request-keys.ts';
import { saidIn } from './said-in.ts';

/** How often a line is written again because the history that it was written for is over. */
const WRITE_TRIES = 3;

export interface TenantDeps extends LiveFloorDeps {
  readonly store: Store;
  readonly commits: GroupCommits;
  readonly clock: Clock;
  /** This server's name in leases. */
  readonly server: string;
  readonly newId: () => string;
  readonly onDueChanged: (at: number) => void;
  /** How long lines of the record are kept; null: for ever. */
  readonly keepAuditMs: number | null;
  /** What lines of the record are dated by. */
  readonly machineTime: () => number;
  /** The tenant as it is followed now, for whoever still holds one that was let go. */
  readonly again: () => Promise<Tenant>;
}

/** One tenant in this server: its live floor, its commands one after another for each aggregate, and its reads. */
export class TenantRuntime implements Tenant {
  readonly #deps: TenantDeps;
  readonly #live: LiveFloor;
  readonly #carryOut: CarryOut;
  readonly #locks = new KeyedLock();
  readonly #reads = new ReadRecord();
  #verifying: Promise<Verified> | undefined;
  #underWay = 0;
  #isReleased = false;

  private constructor(deps: TenantDeps, live: LiveFloor) {
    this.#deps = deps;
    this.#live = live;
    this.#carryOut = new CarryOut({ ...deps, tenant: this, live });
  }

  /** Reads the tenant's snapshot and follows its feed from there. */
  static async open(deps: TenantDeps): Promise<TenantRuntime> {
    return new TenantRuntime(deps, await LiveFloor.open(deps));
  }

  get id(): string {
    return this.#deps.id;
  }
  get floor(): Floor {
    return this.#live.floor;
  }
  get epoch(): string {
    return this.#live.epoch;
  }
  get offset(): number {
    return this.#live.offset;
  }

  /** Whether anybody listens here or a command is under way. */
  get isBusy(): boolean {
    return this.#underWay > 0 || this.#live.isHeard;
  }

  now(): number {
    return this.#deps.clock.now();
  }

  async run(actor: Actor, asked: Request, options: Options = {}): Promise<Done | Refusal> {
    if (this.#isReleased) return (await this.#deps.again()).run(actor, asked, options);
    this.#underWay += 1;
    try {
      const request = await this.#leased(actor, asked);
      return await this.#locks.run(lockKey(request), () => this.#carryOut.run(actor, request, options));
    } finally {
      this.#underWay -= 1;
    }
  }

  onFold(listener: (folded: Folded) => void): () => void {
    return this.#live.onFold(listener);
  }

  onReload(listener: () => void): () => void {
    return this.#live.onReload(listener);
  }

  settle(): Promise<void> {
    return this.#live.settle();
  }

  async conversation(id: string): Promise<Conversation | undefined> {
    const live = this.floor.conversations.get(id);
    if (live) return live;
    const stored = await this.#deps.store.load(this.id, 'conversation', id);
    // The store's own writes are trusted; a conversation opened by another server may not be folded here yet.
    return stored
      ? { ...completeConversation(JSON.parse(stored.state) as Conversation), version: stored.version }
      : undefined;
  }

  async readPlane<P extends Plane>(
    conversation: string,
    plane: P,
    since: number,
    limit: number,
  ): Promise<readonly ItemOf<P>[]> {
    const entries = await this.#deps.store.readPlane(this.id, conversation, plane, since, limit);
    return entries.map(({ offset, body }) => ({ ...(JSON.parse(body) as ItemOf<P>), offset, plane }));
  }

  async readSaid(since: Position, limit: number): Promise<Said | undefined> {
    const page = await this.#deps.store.readFloor(this.id, since, limit);
    if (page.stale) return undefined;
    const { entries } = page;
    const offset = entries.at(-1)?.offset ?? since.offset;
    const position = { epoch: since.epoch, offset };
    const said = entries.map((entry) => ({ at: entry.offset, items: saidIn(entry) }));
    const spoken = said.findLast(({ items }) => items.length > 0)?.at;
    return { items: said.flatMap(({ items }) => items), position, spoken, isAll: entries.length === 0 };
  }

  find(key: string, limit: number): Promise<readonly string[]> {
    return this.#deps.store.find(this.id, key, limit);
  }

  readAudit(since: number, limit: number) {
    return this.#deps.store.readAudit(this.id, since, limit);
  }

  readAuditBack(before: number, limit: number) {
    return this.#deps.store.readAuditBack(this.id, before, limit);
  }

  verifyAudit(): Promise<Verified> {
    const { store, keepAuditMs, machineTime } = this.#deps;
    // Lines are dropped by the machine's clock, whatever the tenant's says.
    this.#verifying ??= verifyAudit(store, this.id, { now: machineTime(), keepMs: keepAuditMs }).finally(() => {
      this.#verifying = undefined;
    });
    return this.#verifying;
  }

  async noteRead(actor: Actor, what: string, conversation: string): Promise<void> {
    const watched = watchLines.has(what) ? await this.conversation(conversation) : undefined;
    const holder = watched && primaryOf(watched)?.id;
    const about = holder === undefined ? [] : [holder];
    const line = { at: this.now(), ...headOf(actor), what, conversation, about, details: {} };
    await this.#reads.note(line, (written) => this.#write(written));
  }

  async auditLedger(): Promise<readonly LedgerDifference[]> {
    return storedDifferences(await this.#deps.store.snapshot(this.id));
  }

  async repairLedger(actor: Actor): Promise<readonly LedgerDifference[] | Refusal> {
    const { store, commits, newId } = this.#deps;
    const commandId = newId();
    const isNotOwn = this.#live.expectOwn(commandId);
    const repaired = await repairLedger({ tenant: this.id, store, commits, commandId, now: this.now() }, actor);
    if (isRefusal(repaired) || repaired.floorOffset === 0) isNotOwn();
    if (isRefusal(repaired)) return repaired;
    await this.#live.folded(repaired.floorOffset);
    return repaired.differences;
  }

  close(): Promise<void> {
    this.#isReleased = true;
    return this.#live.close();
  }

  /** Writes a line of the record that comes from no command. */
  async #write(line: AuditLine): Promise<void> {
    const { commits, newId } = this.#deps;
    const commit = { ...writesNothing, commandId: newId(), audit: [JSON.stringify(line)], answer: '{}' };
    for (let tries = 0; tries < WRITE_TRIES; tries++) {
      const { outcome } = await commits.enqueue(this.id, { ...commit, epoch: this.epoch }, 'customer');
      if (outcome === 'committed' || outcome === 'repeated') return;
      await this.#live.reload();
    }
    throw new Error('A line of the record could not be written.');
  }

  /** A connection lives under the lease of whoever holds it: this server's, or an integration's own, renewed here (K5). */
  async #leased(actor: Actor, request: Request): Promise<Request> {
    if (request.of !== 'agent' || request.command.type !== 'Connect') return request;
    const { store, server } = this.#deps;
    if (actor.kind !== 'integration') return { ...request, command: { ...request.command, server } };
    const holder = `integration:${actor.id}:${request.id}`;
    if (actor.rights.includes('agents')) await store.lease(this.id, holder, this.now() + LEASE_MS);
    return { ...request, command: { ...request.command, server: holder } };
  }
}
