import { Router } from 'express';
import { isRefusal, refuse, type Actor, type Refusal } from '@floorwalk/core';
import { agentCards, queryFloor } from '@floorwalk/core/floor';
import { actions } from '@floorwalk/core/policy';
import { floorQuery, parse } from '@floorwalk/core/protocol';
import type { Answer, Call } from './call.ts';
import { respond } from './respond.ts';

/** What panels and integrations read of the floor: `/v1/floor`, `/v1/agents`, `/v1/queues`, `/v1/policy`. */
export function floorRouter(): Router {
  const router = Router();
  router.get('/floor', respond(floor));
  router.get('/agents', respond(agents));
  router.get('/agents/:id', respond(agent));
  router.get('/queues', respond(queues));
  router.get('/workstreams', respond(workstreams));
  router.get('/policy', respond(policy));
  return router;
}

const floor: Answer = (call) => {
  const { tenant, actor } = call;
  if (actor.kind !== 'person' || !actor.roles.some((role) => role === 'supervisor' || role === 'agent'))
    return refuse('role');
  const query = floorQueryOf(call);
  if (isRefusal(query)) return query;
  const { rows, total, counts } = queryFloor(tenant.floor, actor, query, tenant.now());
  return { items: rows, total, counts, position: { epoch: tenant.epoch, offset: tenant.offset } };
};

function floorQueryOf({ query, queries }: Call) {
  const numbers = (name: string): number[] => queries(name).map(Number);
  const offset = query('offset');
  const limit = query('limit');
  const sort = query('sort');
  const parsed = parse(floorQuery, {
    view: query('view'),
    queues: queries('queue'),
    agents: queries('agent'),
    channels: queries('channel'),
    sentiments: numbers('sentiment'),
    text: query('text'),
    sort: sort?.replace(/^-/u, ''),
    // Ascending unless it says otherwise: `sort=-wait`, or nothing at all, where the most urgent come first.
    descending: sort === undefined || sort.startsWith('-') || query('descending') === '1',
    offset: offset === undefined ? undefined : Number(offset),
    limit: limit === undefined ? undefined : Number(limit),
  });
  return parsed.ok ? parsed.value : refuse('malformed', { detail: parsed.reason });
}

/** The board is for those who run the floor; an agent sees their own card, an integration what its key lists (R2, K4). */
function maySeeBoard(actor: Actor): boolean {
  if (actor.kind === 'integration') return actor.rights.includes('agents') || actor.rights.includes('read');
  return actor.kind === 'person' && actor.roles.some((role) => role === 'supervisor' || role === 'administrator');
}

const agents: Answer = ({ tenant, actor }) => {
  const cards = agentCards(tenant.floor, actor);
  const items = maySeeBoard(actor) ? cards : cards.filter(({ id }) => actor.kind === 'person' && id === actor.id);
  return { items, total: items.length };
};

const agent: Answer = ({ tenant, actor, param }) => {
  const id = param('id');
  if (!maySeeBoard(actor) && !(actor.kind === 'person' && actor.id === id)) return refuse('role');
  return agentCards(tenant.floor, actor).find((card) => card.id === id) ?? refuse('unknownAgent');
};

const queues: Answer = ({ tenant: { floor } }) => {
  const workstreams = [...floor.workstreams.values()];
  const items = [...floor.queues.values()].map(({ id, name, kind, distribution, disabled }) => ({
    id,
    name,
    kind,
    distribution,
    disabled,
    workstreams: workstreams.filter(({ queue }) => queue === id).map((workstream) => workstream.id),
  }));
  return { items, total: items.length };
};

const workstreams: Answer = ({ tenant: { floor }, actor }) => {
  const no = isStaffOrIntegration(actor);
  if (no) return no;
  const items = [...floor.workstreams.values()];
  return { items, total: items.length };
};

const isStaffOrIntegration = (actor: Actor): Refusal | null =>
  actor.kind === 'person' || actor.kind === 'integration' ? null : refuse('role');

/** The tenant's switches and modes, and the names of the actions that rows and details say `may` about (R1). */
const policy: Answer = ({ tenant: { floor } }) => ({ ...floor.policy, actions });
