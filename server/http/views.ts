import { Router } from 'express';
import { isRefusal, refuse, type Refusal } from '@floorwalk/core';
import { http, id as idSchema, parse } from '@floorwalk/core/protocol';
import { viewsOf } from '../live/topics/views-topic.ts';
import type { Answer, Call } from './call.ts';
import { respond } from './respond.ts';
import { versionSeen } from './directory.ts';

/** Saved views of the floor (F6): `/v1/views`, and `/v1/opening-view`, the one with which the caller's floor opens. */
export function viewsRouter(): Router {
  const router = Router();
  router.get('/views', respond(list));
  router.put('/views/:id', respond(save));
  router.delete('/views/:id', respond(remove));
  router.put('/opening-view', respond(openWith));
  return router;
}

const list: Answer = ({ tenant, actor }) => {
  if (actor.kind !== 'person' || !actor.roles.includes('supervisor')) return refuse('role');
  const { views: items, opensWith } = viewsOf(tenant, actor.id);
  return { items, total: items.length, opensWith };
};

const save: Answer = (call) => {
  const view = viewOf(call);
  if (isRefusal(view)) return view;
  const body = call.body(http.viewBody);
  if (isRefusal(body)) return body;
  const seen = versionSeen(call);
  if (isRefusal(seen)) return seen;
  const { name, shared: isShared, look } = body;
  // As with the directory's entries, 0 is the version of what is not there yet.
  const command = { type: 'SaveView' as const, view, seen: seen === 0 ? null : seen, name, isShared, look };
  return call.run({ of: 'views', command });
};

const remove: Answer = (call) => {
  const view = viewOf(call);
  const seen = versionSeen(call);
  if (isRefusal(view)) return view;
  return isRefusal(seen) ? seen : call.run({ of: 'views', command: { type: 'DeleteView', view, seen } });
};

const openWith: Answer = (call) => {
  const body = call.body(http.openingViewBody);
  return isRefusal(body) ? body : call.run({ of: 'views', command: { type: 'OpenWith', view: body.view } });
};

function viewOf(call: Call): string | Refusal {
  const parsed = parse(idSchema, call.param('id'));
  return parsed.ok ? parsed.value : refuse('malformed', { field: 'id', detail: `id: ${parsed.reason}` });
}
