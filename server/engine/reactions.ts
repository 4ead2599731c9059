import type { Actor } from '@floorwalk/core';
import { offerOf, primaryOf, type ConversationEvent } from '@floorwalk/core/conversation';
import { nextOffers, type Change } from '@floorwalk/core/floor';
import type { Analyse } from '@floorwalk/core/sentiment';
import type { Clock, Folded, Request, Tenant } from './engine.ts';

/** The system acts: timers, distribution, consequences. */
export const system: Actor = { kind: 'system' };

export interface Reactions {
  /** Does what follows from one of this server's own commits. */
  readonly react: (folded: Folded) => void;
  /** Does whatever an interrupted server left undone, after loading. */
  readonly catchUp: () => void;
  /** Whether it neither does anything nor waits for anything. */
  readonly isIdle: () => boolean;
  readonly stop: () => void;
}

/**
 * What follows from a commit, as commands of their own: lost agents give up what they hold (K5), moods are analysed (S2),
 * push distribution offers (D1). Each is decided on the floor as it is then, so doing one twice does nothing.
 */
export function startReactions(
  tenant: Tenant,
  clock: Clock,
  analyse: Analyse,
  fail: (cause: unknown, what: string) => void,
): Reactions {
  const dirty = new Set<string>();
  const wakeUps = new Map<string, () => void>();
  let isScheduled = false;
  let isStopped = false;
  let analysing = 0;

  const run = (request: Request, what: string): Promise<unknown> =>
    isStopped ? Promise.resolve() : tenant.run(system, request).catch((cause: unknown) => fail(cause, what));

  function react({ body, freed }: Folded): void {
    for (const change of body.changes) {
      if (change.of === 'agent') agentChanged(change);
      if (change.of === 'conversation') for (const event of change.events) conversationChanged(change.id, event);
      if (change.of === 'directory') directoryChanged(change);
      markDirty(change);
    }
    for (const agent of freed) markQueues(agent);
    if (dirty.size > 0) schedule();
  }

  function agentChanged(change: Extract<Change, { of: 'agent' }>): void {
    for (const event of change.events) {
      if (event.type === 'AgentLost') giveUp(change.id, event.why);
      const agent = tenant.floor.agents.get(change.id);
      if (event.type === 'AgentDisconnected' && agent?.unreachableSince != null) expireOffers(change.id);
    }
  }

  function giveUp(agent: string, why: 'unreachable' | 'signedOut' | 'disabled'): void {
    for (const c of tenant.floor.conversations.values()) {
      const concerns =
        primaryOf(c)?.id === agent || offerOf(c)?.agent === agent || c.consultees.some((p) => p.id === agent);
      if (concerns)
        void run({ of: 'conversation', id: c.id, command: { type: 'AgentLost', agent, why } }, 'agent lost');
    }
  }

  function expireOffers(agent: string): void {
    for (const c of tenant.floor.conversations.values()) {
      if (offerOf(c)?.agent === agent)
        void run(
          { of: 'conversation', id: c.id, command: { type: 'OffereeUnreachable', agent } },
          'offeree unreachable',
        );
    }
  }

  function conversationChanged(id: string, event: ConversationEvent): void {
    if (event.type !== 'MessageAdded' || event.plane !== 'public' || event.message.from.kind !== 'customer') return;
    const locale = tenant.floor.conversations.get(id)?.customer.locale;
    analysing += 1;
    void analyse(event.message.text, locale)
      .catch((cause: unknown) => {
        fail(cause, 'sentiment');
        return null;
      })
      .then((score) =>
        run({ of: 'conversation', id, command: { type: 'Score', message: event.message.id, score } }, 'score'),
      )
      .finally(() => (analysing -= 1));
  }

  function directoryChanged(change: Extract<Change, { of: 'directory' }>): void {
    for (const { entry } of change.events) {
      if (entry.kind === 'person' && entry.value.disabled && entry.value.roles.includes('agent'))
        disable(entry.value.id);
      // Auto-close follows the workstream as it is now (C4): a tick writes the new deadline.
      if (entry.kind === 'workstream')
        for (const c of tenant.floor.conversations.values())
          if (c.workstream === entry.value.id)
            void run({ of: 'conversation', id: c.id, command: { type: 'Tick' } }, 'deadline');
    }
  }

  const disable = (agent: string): void =>
    void run({ of: 'agent', id: agent, command: { type: 'Disable' } }, 'disable agent');

  function markDirty(change: Change): void {
    const { floor } = tenant;
    if (change.of === 'directory') for (const queue of floor.queues.keys()) dirty.add(queue);
    if (change.of === 'agent') markQueues(change.id);
    const c = change.of === 'conversation' ? floor.conversations.get(change.id) : undefined;
    if (c?.state === 'open') dirty.add(c.queue);
  }

  function markQueues(agent: string): void {
    for (const queue of tenant.floor.people.get(agent)?.queues ?? []) dirty.add(queue);
  }

  function schedule(): void {
    if (isScheduled || isStopped) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      const queues = [...dirty];
      dirty.clear();
      for (const queue of queues) distribute(queue);
    });
  }

  function distribute(queue: string): void {
    if (isStopped || tenant.floor.queues.get(queue)?.distribution !== 'push') return;
    for (const { conversation, agent } of nextOffers(tenant.floor, queue, tenant.now()))
      void run({ of: 'conversation', id: conversation, command: { type: 'Offer', agent } }, 'distribution');
    wakeWhenDeclineLapses(queue);
  }

  /** Who declined may be asked again ten minutes later (D1): the queue is looked at then. */
  function wakeWhenDeclineLapses(queue: string): void {
    const now = tenant.now();
    let soonest = Infinity;
    for (const c of tenant.floor.conversations.open(queue)?.declined() ?? [])
      for (const until of Object.values(c.declined)) if (until > now && until < soonest) soonest = until;
    wakeUps.get(queue)?.();
    wakeUps.delete(queue);
    if (soonest === Infinity) return;
    wakeUps.set(
      queue,
      clock.at(soonest, () => {
        dirty.add(queue);
        schedule();
      }),
    );
  }

  return {
    react,
    catchUp() {
      for (const agent of tenant.floor.agents.values()) {
        if (agent.lost && agent.unreachableSince !== null) giveUp(agent.id, 'unreachable');
        else if (agent.unreachableSince !== null) expireOffers(agent.id);
        if (!agent.lost && tenant.floor.people.get(agent.id)?.disabled) disable(agent.id);
      }
      for (const queue of tenant.floor.queues.keys()) dirty.add(queue);
      schedule();
    },
    isIdle: () => !isScheduled && analysing === 0 && wakeUps.size === 0,
    stop() {
      isStopped = true;
      for (const cancel of wakeUps.values()) cancel();
    },
  };
}
