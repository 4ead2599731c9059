import { randomUUID } from 'node:crypto';
import type { Router } from 'express';
import { isRefusal, refuse, type Refusal } from '@floorwalk/core';
import { directoryId, type Integration } from '@floorwalk/core/directory';
import { http } from '@floorwalk/core/protocol';
import { makeKey } from '../auth/make-key.ts';
import { administratorOnly } from './administrator-only.ts';
import type { Answer, Call } from './call.ts';
import { respond } from './respond.ts';

/** An integration as administrators read it: its keys without what they are known by. */
export const shownIntegration = ({ keys, ...integration }: Integration): object => ({
  ...integration,
  keys: keys.map(({ id, label, createdAt, expiresAt }) => ({ id, label, createdAt, expiresAt })),
});

/** `…/integrations/:id/keys`: makes a key, which is shown in this answer only, and revokes one (R3). */
export function keyRoutes(router: Router): void {
  router.post('/integrations/:id/keys', respond(make, 201));
  router.delete('/integrations/:id/keys/:key', respond(revoke));
}

const make: Answer = async (call) => {
  const found = integrationOf(call);
  if (isRefusal(found)) return found;
  const body = call.body(http.keyBody);
  if (isRefusal(body)) return body;
  const made = makeKey(call.tenant.id, found, body, call.tenant.now());
  if (isRefusal(made)) return made;
  const done = await save(call, made.integration);
  if (isRefusal(done) || call.isDryRun) return done;
  const { id, label, createdAt, expiresAt } = made.entry;
  return { id, key: made.key, label, createdAt, expiresAt, version: done.version };
};

const revoke: Answer = async (call) => {
  const found = integrationOf(call);
  if (isRefusal(found)) return found;
  const keys = found.keys.filter(({ id }) => id !== call.param('key'));
  if (keys.length === found.keys.length) return refuse('unknownRoute', { detail: 'There is no such key.' });
  return save(call, { ...found, keys });
};

/** As it was read: of two who change one integration's keys at once one is told to look again. */
function save(call: Call, value: Integration) {
  const entry = { kind: 'integration', value } as const;
  const id = directoryId(entry);
  const version = call.tenant.floor.directoryVersions.get(id) ?? 0;
  // A key is shown once: a request that is sent again makes another, or is refused, and never shows one that opens nothing.
  return call.run({ of: 'directory', entry, expect: { [id]: version } }, randomUUID());
}

function integrationOf(call: Call): Integration | Refusal {
  const no = administratorOnly(call);
  if (no) return no;
  return (
    call.tenant.floor.integrations.get(call.param('id')) ??
    refuse('unknownRoute', { detail: 'There is no such integration. Save it first.' })
  );
}
