import { isRefusal, refuse, type Actor, type Refusal } from '@floorwalk/core';
import type { Conversation } from '@floorwalk/core/conversation';
import type { Policy } from '@floorwalk/core/directory';
import { StoreBusy, type GroupCommits } from '../store/group-commits.ts';
import type { Store } from '../store/store.ts';
import { customerReads } from './customer-reads.ts';
import { decideRequest } from './decide-request.ts';
import type { Done, Options, Request, Tenant } from './engine.ts';
import type { LiveFloor } from './live-floor.ts';
import type { Plan } from './plan.ts';
import { commandIdOf, keepAnswer, readAnswer } from './repeats.ts';
import { conversationId } from './request-keys.ts';
import { sayAfterEnd } from './say-after-end.ts';

/** How often a command is decided again that lost a race; a customer's text is not refused for having lost some. */
const TRIES = 5;
const CUSTOMER_TRIES = 50;
/** A commit of which only named parts are written. */
export const writesNothing = { expect: [], ledger: [], append: [], floor: '', audit: [] } as const;

/** What carrying out needs. */
export interface CarryOutDeps {
  readonly tenant: Tenant;
  readonly live: LiveFloor;
  readonly store: Pick<Store, 'name'>;
  readonly commits: GroupCommits;
  /** This server's name in leases. */
  readonly server: string;
  readonly newId: () => string;
  readonly onDueChanged: (at: number) => void;
}

/** Decides a command on the live floor and commits it; whoever lost a race decides again on what the winner left. */
export class CarryOut {
  readonly #deps: CarryOutDeps;

  constructor(deps: CarryOutDeps) {
    this.#deps = deps;
  }

  async run(actor: Actor, request: Request, options: Options): Promise<Done | Refusal> {
    const { newId, server, tenant, live, store } = this.#deps;
    const commandId = commandIdOf(actor, request, options);
    const most = actor.kind === 'customer' ? CUSTOMER_TRIES : TRIES;
    let isConfirmed = store.name === 'sqlite';
    for (let tries = 0; tries < most; tries++) {
      const decidedOn = live.place;
      const about = conversationId(request);
      const c = about === undefined ? undefined : await tenant.conversation(about);
      const earlier = (id: string) => this.#earlier(id, actor);
      const moved = await sayAfterEnd(tenant, actor, request, c, { newId, earlier });
      if (moved) return moved;
      const world = { floor: live.floor, now: tenant.now(), newId, server };
      const plan = decideRequest(world, actor, request, c);
      if (options.dryRun) return isRefusal(plan) ? plan : whatIf(live.floor.policy, request, c, plan);
      if (isRefusal(plan) || plan.changes.length === 0) {
        const before = commandId === undefined ? undefined : await this.#earlier(commandId, actor);
        if (before) return before;
        if (!isRefusal(plan)) return plan.done;
        if (isConfirmed) return plan;
        // Another server may have committed meanwhile: a refusal is given on what was stored after it was asked for.
        await live.settle();
        if (live.place === decidedOn) return plan;
        isConfirmed = true;
        continue;
      }
      const answer = await this.#commit(plan, actor, commandId);
      if (answer) return answer;
    }
    return refuse('busy');
  }

  /** The answer of a commit; undefined where it must be decided again. */
  async #commit(plan: Plan, actor: Actor, commandId: string | undefined): Promise<Done | Refusal | undefined> {
    const { tenant, live, commits, newId, onDueChanged } = this.#deps;
    const id = commandId ?? newId();
    const answer = keepAnswer(actor, plan.done);
    const { changes, expect, ledger, append, audit, evolved } = plan;
    const body = { changes };
    const text = JSON.stringify(body);
    const isNotOwn = live.expectOwn(id, evolved && { body, text, evolved });
    const commit = {
      commandId: id,
      epoch: live.epoch,
      expect,
      ledger,
      append,
      floor: text,
      audit,
      answer,
    };
    const outcome = await commits.enqueue(tenant.id, commit, laneOf(actor)).catch((cause: unknown) => {
      isNotOwn();
      if (cause instanceof StoreBusy) return null;
      throw cause;
    });
    if (outcome === null) return refuse('busy');
    if (outcome.outcome !== 'committed') isNotOwn();
    switch (outcome.outcome) {
      case 'committed': {
        await live.folded(outcome.floorOffset);
        const dueAt = expect[0]?.dueAt;
        if (typeof dueAt === 'number') onDueChanged(dueAt);
        return plan.done;
      }
      case 'repeated':
        return readAnswer(outcome.answer, actor);
      case 'full':
        // Free capacity went to somebody else: decided again on the load now, which refuses it in words (A4).
        await live.settle();
        return undefined;
      case 'conflict':
        await live.settle();
        return undefined;
      case 'epoch':
        // What this was decided on is lost: decided again on what is left.
        await live.reload();
        return undefined;
    }
  }

  /** The first answer of a command that was carried out before (P4). */
  async #earlier(commandId: string, actor: Actor): Promise<Done | Refusal | undefined> {
    // A version that nothing has: the store answers with the earlier result, or conflict, and writes nothing.
    const expect = [{ family: 'directory', id: 'never', version: -1 }] as const;
    const commit = { ...writesNothing, commandId, epoch: this.#deps.live.epoch, expect, answer: '' };
    const outcome = await this.#deps.commits.enqueue(this.#deps.tenant.id, commit, 'customer');
    return outcome.outcome === 'repeated' ? readAnswer(outcome.answer, actor) : undefined;
  }
}

/**
 * Only people and integrations can be asked to come back; customers' texts and what follows from commits are taken, as
 * what is done for somebody who has gone.
 */
export const laneOf = (actor: Actor): 'staff' | 'customer' =>
  (actor.kind === 'person' && actor.from !== 'system') || actor.kind === 'integration' ? 'staff' : 'customer';

/** A forced close is shown as the customer will read it before it is done (B1). */
function whatIf(policy: Policy, request: Request, c: Conversation | undefined, { done, append }: Plan): Done {
  const isForced = c !== undefined && request.of === 'conversation' && request.command.type === 'ForceClose';
  return isForced ? { ...done, customerReads: customerReads(policy, c, append) } : done;
}
