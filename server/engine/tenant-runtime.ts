import { isRefusal, refuse, type Actor, type Plane, type Refusal } from '@floorwalk/core';
import { LEASE_MS } from '@floorwalk/core/agent';
import type { Conversation } from '@floorwalk/core/conversation';
import type { Floor, LedgerDifference } from '@floorwalk/core/floor';
import { StoreBusy, type GroupCommits } from '../store/group-commits.ts';
import type { FloorEntry, Position, Store } from '../store/store.ts';
import { decideRequest } from './decide-request.ts';
import type { Clock, Done, Folded, Options, PlaneItem, Request, Tenant } from './engine.ts';
import { foldEntry } from './fold-entry.ts';
import { KeyedLock } from './keyed-lock.ts';
import { loadFloor } from './load-floor.ts';
import type { Plan } from './plan.ts';
import { ReadRecord } from './read-record.ts';
import { repairLedger, storedDifferences } from './repair-ledger.ts';
import { commandIdOf, keepAnswer, readAnswer } from './repeats.ts';
import { conversationId, lockKey } from './request-keys.ts';
import { sayAfterEnd } from './say-after-end.ts';

/** How often a command is decided again that lost a race; a customer's text is not refused for having lost some. */
const TRIES = 5;
const CUSTOMER_TRIES = 50;
/** A commit of which only named parts are written. */
const writesNothing = { expect: [], ledger: [], append: [], floor: '', audit: [] } as const;

export interface TenantDeps {
  readonly id: string;
  readonly store: Store;
  readonly commits: GroupCommits;
  readonly clock: Clock;
  /** This server's name in leases. */
  readonly server: string;
  readonly newId: () => string;
  /** Called after each of this server's own commits is folded, with what it changed. */
  readonly onOwn: (folded: Folded) => void;
  readonly onDueChanged: (at: number) => void;
}

/** One tenant in this server: decides on its live floor, commits, folds what every server commits. */
export class TenantRuntime implements Tenant {
  readonly #deps: TenantDeps;
  readonly #locks = new KeyedLock();
  readonly #listeners = new Set<(folded: Folded) => void>();
  readonly #reloads = new Set<() => void>();
  readonly #own = new Set<string>();
  readonly #waiting = new Map<number, (() => void)[]>();
  readonly #reads = new ReadRecord();
  #floor: Floor;
  #position: Position;
  #stop: () => Promise<void> = async () => {};
  #isClosed = false;

  private constructor(deps: TenantDeps, floor: Floor, position: Position) {
    this.#deps = deps;
    this.#floor = floor;
    this.#position = position;
  }

  /** Reads the tenant's snapshot and follows its feed from there. */
  static async open(deps: TenantDeps): Promise<TenantRuntime> {
    const { floor, position } = loadFloor(await deps.store.snapshot(deps.id));
    const tenant = new TenantRuntime(deps, floor, position);
    await tenant.#follow();
    return tenant;
  }

  get id(): string {
    return this.#deps.id;
  }
  get floor(): Floor {
    return this.#floor;
  }
  get epoch(): string {
    return this.#position.epoch;
  }
  get offset(): number {
    return this.#position.offset;
  }

  now(): number {
    return this.#deps.clock.now();
  }

  async run(actor: Actor, asked: Request, options: Options = {}): Promise<Done | Refusal> {
    const request = await this.#leased(actor, asked);
    return this.#locks.run(lockKey(request), () => this.#attempt(actor, request, options));
  }

  onFold(listener: (folded: Folded) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onReload(listener: () => void): () => void {
    this.#reloads.add(listener);
    return () => this.#reloads.delete(listener);
  }

  async conversation(id: string): Promise<Conversation | undefined> {
    const live = this.#floor.conversations.get(id);
    if (live) return live;
    const stored = await this.#deps.store.load(this.id, 'conversation', id);
    // The store's own writes are trusted; a conversation opened by another server may not be folded here yet.
    return stored
      ? ({ ...(JSON.parse(stored.state) as Conversation), version: stored.version } satisfies Conversation)
      : undefined;
  }

  async readPlane(conversation: string, plane: Plane, since: number, limit: number): Promise<readonly PlaneItem[]> {
    const entries = await this.#deps.store.readPlane(this.id, conversation, plane, since, limit);
    return entries.map(({ offset, body }) => ({ ...(JSON.parse(body) as PlaneItem), offset, plane }));
  }

  find(key: string, limit: number): Promise<readonly string[]> {
    return this.#deps.store.find(this.id, key, limit);
  }

  readAudit(since: number, limit: number) {
    return this.#deps.store.readAudit(this.id, since, limit);
  }

  async noteRead(actor: Actor, what: string, conversation: string): Promise<void> {
    const line = this.#reads.note(actor, what, conversation, this.now());
    if (!line) return;
    const { commits, newId } = this.#deps;
    const audit = [JSON.stringify(line)];
    await commits.enqueue(
      this.id,
      { ...writesNothing, commandId: newId(), epoch: this.epoch, audit, answer: '{}' },
      'customer',
    );
  }

  async auditLedger(): Promise<readonly LedgerDifference[]> {
    return storedDifferences(await this.#deps.store.snapshot(this.id));
  }

  async repairLedger(actor: Actor): Promise<readonly LedgerDifference[] | Refusal> {
    const { store, commits, newId } = this.#deps;
    const commandId = newId();
    this.#own.add(commandId);
    const repaired = await repairLedger({ tenant: this.id, store, commits, commandId, now: this.now() }, actor);
    if (isRefusal(repaired) || repaired.floorOffset === 0) this.#own.delete(commandId);
    if (isRefusal(repaired)) return repaired;
    await this.#folded(repaired.floorOffset);
    return repaired.differences;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#stop();
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

  async #attempt(actor: Actor, request: Request, options: Options): Promise<Done | Refusal> {
    const { newId, server } = this.#deps;
    const commandId = commandIdOf(actor, request, options);
    const most = actor.kind === 'customer' ? CUSTOMER_TRIES : TRIES;
    for (let tries = 0; tries < most; tries++) {
      const c = conversationId(request) === undefined ? undefined : await this.conversation(conversationId(request)!);
      const earlier = (id: string) => this.#earlier(id, actor);
      const moved = await sayAfterEnd(this, actor, request, c, { newId, earlier });
      if (moved) return moved;
      const world = { floor: this.#floor, now: this.now(), newId, server };
      const plan = decideRequest(world, actor, request, c);
      if (options.dryRun) return isRefusal(plan) ? plan : plan.done;
      if (isRefusal(plan) || plan.changes.length === 0) {
        const before = commandId === undefined ? undefined : await this.#earlier(commandId, actor);
        if (before) return before;
        if (isRefusal(plan) && (await this.#isBehind(request))) continue;
        return isRefusal(plan) ? plan : plan.done;
      }
      const answer = await this.#commit(plan, actor, commandId);
      if (answer) return answer;
    }
    return refuse('busy');
  }

  /** The answer of a commit; undefined where it must be decided again. */
  async #commit(plan: Plan, actor: Actor, commandId: string | undefined): Promise<Done | Refusal | undefined> {
    const { commits, newId, onDueChanged } = this.#deps;
    const id = commandId ?? newId();
    const answer = keepAnswer(actor, plan.done);
    const { changes, expect, ledger, append, audit } = plan;
    this.#own.add(id);
    const commit = {
      commandId: id,
      epoch: this.epoch,
      expect,
      ledger,
      append,
      floor: JSON.stringify({ changes }),
      audit,
      answer,
    };
    // Only people and integrations can be asked to come back; customers' texts and what follows from commits are taken.
    const lane = actor.kind === 'person' || actor.kind === 'integration' ? 'staff' : 'customer';
    const outcome = await commits.enqueue(this.id, commit, lane).catch((cause: unknown) => {
      this.#own.delete(id);
      if (cause instanceof StoreBusy) return null;
      throw cause;
    });
    if (outcome === null) return refuse('busy');
    if (outcome.outcome !== 'committed') this.#own.delete(id);
    switch (outcome.outcome) {
      case 'committed': {
        await this.#folded(outcome.floorOffset);
        const dueAt = expect[0]?.dueAt;
        if (typeof dueAt === 'number') onDueChanged(dueAt);
        return plan.done;
      }
      case 'repeated':
        return readAnswer(outcome.answer, actor);
      case 'full':
        // Free capacity went to somebody else: decided again on the load now, which refuses it in words (A4).
        await this.#settle();
        return undefined;
      case 'conflict':
        await this.#settle();
        return undefined;
      case 'epoch':
        await this.#reload();
        return refuse('staleEpoch');
    }
  }

  /** The first answer of a command that was carried out before (P4). */
  async #earlier(commandId: string, actor: Actor): Promise<Done | Refusal | undefined> {
    // A version that nothing has: the store answers with the earlier result, or conflict, and writes nothing.
    const expect = [{ family: 'directory', id: 'never', version: -1 }] as const;
    const commit = { ...writesNothing, commandId, epoch: this.epoch, expect, answer: '' };
    const outcome = await this.#deps.commits.enqueue(this.id, commit, 'customer');
    return outcome.outcome === 'repeated' ? readAnswer(outcome.answer, actor) : undefined;
  }

  /** Whether the store knows a newer version than this server has folded; waits for it if so. */
  async #isBehind(request: Request): Promise<boolean> {
    if (this.#deps.store.name === 'sqlite' || request.of === 'directory') return false;
    const stored = await this.#deps.store.load(this.id, request.of, request.id);
    const held = { conversation: this.#floor.conversations, agent: this.#floor.agents, roster: this.#floor.rosters }[
      request.of
    ].get(request.id);
    if (!stored || !held || stored.version <= held.version) return false;
    await this.#settle();
    return true;
  }

  /** Waits until everything committed so far is folded here. */
  async #settle(): Promise<void> {
    const page = await this.#deps.store.readFloor(this.id, this.#position, 1_000);
    if (page.stale) return this.#reload();
    for (const entry of page.entries) this.#fold(entry);
  }

  #folded(offset: number): Promise<void> {
    if (offset <= this.#position.offset) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.set(offset, [...(this.#waiting.get(offset) ?? []), resolve]);
    });
  }

  async #follow(): Promise<void> {
    const { store, id } = this.#deps;
    this.#stop = await store.follow(
      id,
      this.#position,
      (entry) => this.#fold(entry),
      () => void this.#reload(),
    );
  }

  #fold(entry: FloorEntry): void {
    if (this.#isClosed || entry.offset <= this.#position.offset) return;
    const folded = foldEntry(this.#floor, entry);
    this.#position = { ...this.#position, offset: entry.offset };
    for (const listener of this.#listeners) listener(folded);
    for (const [offset, waiters] of this.#waiting) {
      if (offset > entry.offset) continue;
      this.#waiting.delete(offset);
      for (const resolve of waiters) resolve();
    }
    if (this.#own.delete(entry.commandId)) this.#deps.onOwn(folded);
  }

  async #reload(): Promise<void> {
    if (this.#isClosed) return;
    await this.#stop();
    const { floor, position } = loadFloor(await this.#deps.store.snapshot(this.id));
    this.#floor = floor;
    this.#position = position;
    for (const waiters of this.#waiting.values()) for (const resolve of waiters) resolve();
    this.#waiting.clear();
    await this.#follow();
    for (const listener of this.#reloads) listener();
  }
}
