import { Router } from 'express';
import { isRefusal, refuse } from '@floorwalk/core';
import { http } from '@floorwalk/core/protocol';
import type { Store } from '../store/store.ts';
import type { Answer } from './call.ts';
import { respond } from './respond.ts';

/** `PUT /v1/agents/:id/presence` and, for agents who work elsewhere, `PUT` and `DELETE /v1/agents/:id/lease` (K4, K5). */
export function agentsRouter(leases: Pick<Store, 'lease' | 'dropLease'>): Router {
  const router = Router();
  router.put('/:id/presence', respond(setPresence));
  router.put('/:id/lease', respond(takeLease(leases)));
  router.delete('/:id/lease', respond(dropLease(leases)));
  router.post('/:id/sign-out', respond(signOut));
  return router;
}

const setPresence: Answer = (call) => {
  const body = call.body(http.presenceBody);
  if (isRefusal(body)) return body;
  return call.run({ of: 'agent', id: call.param('id'), command: { type: 'SetPresence', presence: body.presence } });
};

const signOut: Answer = (call) => call.run({ of: 'agent', id: call.param('id'), command: { type: 'SignOut' } });

/** The integration vouches that the agent is there; silence for longer than the lease makes them unreachable. */
const takeLease =
  (leases: Pick<Store, 'lease'>): Answer =>
  async (call) => {
    const { tenant, actor } = call;
    const agent = call.param('id');
    const body = call.body(http.leaseBody);
    if (isRefusal(body)) return body;
    if (actor.kind !== 'integration') return refuse('role');
    const key = leaseKey(actor.id, agent);
    // The engine takes the lease of 30 s with the command; only a shorter one is set here.
    const done = await tenant.run(actor, {
      of: 'agent',
      id: agent,
      command: { type: 'Connect', connection: key, server: key },
    });
    if (isRefusal(done)) return done;
    const until = tenant.now() + body.seconds * 1_000;
    await leases.lease(tenant.id, key, until);
    return { ...done, until };
  };

const dropLease =
  (leases: Pick<Store, 'dropLease'>): Answer =>
  async (call) => {
    const { tenant, actor } = call;
    if (actor.kind !== 'integration') return refuse('role');
    const agent = call.param('id');
    const key = leaseKey(actor.id, agent);
    const done = await tenant.run(actor, { of: 'agent', id: agent, command: { type: 'Disconnect', connection: key } });
    if (!isRefusal(done)) await leases.dropLease(tenant.id, key);
    return done;
  };

const leaseKey = (integration: string, agent: string): string => `integration:${integration}:${agent}`;
