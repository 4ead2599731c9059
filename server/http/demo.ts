import { Router } from 'express';
import { isRefusal, refuse, type Role } from '@floorwalk/core';
import { http, parse } from '@floorwalk/core/protocol';
import { DEMO_TENANT, type DemoIssuer } from '../auth/demo-issuer.ts';
import { personFrom } from '../directory/entries.ts';
import type { Engine } from '../engine/engine.ts';
import { jsonBody } from './body.ts';
import { sendProblem } from './problem.ts';

/** `POST /demo/token`: a token for whoever asks. Mounted in the demonstration only, which listens on loopback only. */
export function demoRouter(issuer: DemoIssuer, engine: Engine): Router {
  const router = Router();
  router.post('/token', jsonBody, async (req, res) => {
    const body = parse(http.demoTokenBody, req.body);
    if (!body.ok) return sendProblem(res, refuse('malformed', { detail: body.reason }));
    const { role } = body.value;
    const user = body.value.user ?? `demo-${role}`;
    const no = role === 'integration' ? null : await addUnknown(engine, user, role);
    if (no) return sendProblem(res, no);
    res.json({ token: await issuer.issue(user, role), user });
  });
  return router;
}

/** Someone nobody knows is added with the role asked for and a scope of everything; whoever is known keeps their rights. */
async function addUnknown(engine: Engine, user: string, role: Role) {
  const tenant = await engine.tenant(DEMO_TENANT);
  if (tenant.floor.people.has(user)) return null;
  const queues = [...tenant.floor.queues.values()].filter(({ disabled }) => !disabled).map(({ id }) => id);
  const value = personFrom(user, {
    name: nameFrom(user),
    roles: [role],
    scope: 'all',
    ...(role === 'agent' && { queues }),
  });
  const done = await tenant.run({ kind: 'system' }, { of: 'directory', entry: { kind: 'person', value } });
  return isRefusal(done) ? done : null;
}

/** `demo-agent` → `Demo agent`. */
const nameFrom = (id: string): string => {
  const words = id.replaceAll(/[._:@-]+/gu, ' ').trim();
  return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1);
};
