import { Router } from 'express';
import { isRefusal, refuse, type Refusal } from '@floorwalk/core';
import { directoryId, saveEffects, switches, type DirectoryEntry } from '@floorwalk/core/directory';
import { http, id as idSchema, parse } from '@floorwalk/core/protocol';
import { lastSave } from '../audit/last-save.ts';
import { membersAfter } from '../directory/members-after.ts';
import { integrationFrom, personFrom, policyFrom, queueFrom, workstreamFrom } from '../directory/entries.ts';
import { administratorOnly } from './administrator-only.ts';
import { keyRoutes, shownIntegration } from './integrations.ts';
import type { Answer, Call } from './call.ts';
import { respond } from './respond.ts';

/** How often a save that nobody asked a version of is made again because somebody else saved meanwhile. */
const TRIES = 5;

/** `/v1/directory`: what an administrator configures. `PUT` replaces an entry; nothing is deleted, only disabled (C7). */
export function directoryRouter(): Router {
  const router = Router();
  router.get('/', respond(whole));
  router.put('/workstreams/:id', respond(save(workstream)));
  router.put('/queues/:id', respond(save(queue)));
  router.put('/people/:id', respond(save(person)));
  router.put('/integrations/:id', respond(save(integration)));
  keyRoutes(router);
  for (const path of ['/policy', '/policies']) router.put(path, respond(save(policy)));
  router.put('/switches', respond(save(switchesOnly)));
  router.delete('/:kind/:id', respond(remove));
  return router;
}

/** What a request asks to save: an entry, and what goes with it. */
interface Asked {
  readonly entry: DirectoryEntry;
  readonly also?: readonly DirectoryEntry[];
}
type EntryOf = (call: Call, id: string) => Asked | Refusal;

const save =
  (entryOf: EntryOf): Answer =>
  async (call) => {
    const no = administratorOnly(call);
    if (no) return no;
    const id = parse(idSchema, call.param('id') || 'policy');
    if (!id.ok) return refuse('malformed', { field: 'id', detail: `id: ${id.reason}` });
    const seen = versionSeen(call);
    if (isRefusal(seen)) return seen;
    for (let tries = 1; ; tries++) {
      const done = await saveOnce(call, entryOf, id.value, seen);
      const isLost = isRefusal(done) && done.refusal === 'version';
      if (!isLost) return done;
      // Whoever said which version they saw is told who was faster; for others it is made from what is there now.
      if (seen !== undefined || tries === TRIES)
        return { ...done, ...(await lastSave(call.tenant, String(done.field))) };
    }
  };

async function saveOnce(call: Call, entryOf: EntryOf, id: string, seen: number | undefined) {
  const now = (name = ''): number => call.tenant.floor.directoryVersions.get(name) ?? 0;
  let asked = entryOf(call, id);
  if (isRefusal(asked)) return asked;
  if (seen !== undefined && seen > now(directoryId(asked.entry))) {
    // It was seen at another server, and this one is behind: what is kept of it (keys, switches) is taken from what is stored.
    await call.tenant.settle();
    asked = entryOf(call, id);
    if (isRefusal(asked)) return asked;
  }
  const { entry, also = [] } = asked;
  const [own, ...others] = [entry, ...also].map(directoryId);
  if (seen !== undefined && seen > now(own)) return refuse('version', { field: own ?? '' });
  const expect = { [own ?? '']: seen ?? now(own), ...Object.fromEntries(others.map((name) => [name, now(name)])) };
  // Before it is saved: what saving does to the floor as it is now.
  const effects = saveEffects(call.tenant.floor, entry, also);
  const done = await call.run({ of: 'directory', entry, also, expect });
  return isRefusal(done) ? done : { ...done, value: shown(entry), effects };
}

/** A saved entry as its administrator reads it. */
const shown = ({ kind, value }: DirectoryEntry): object => (kind === 'integration' ? shownIntegration(value) : value);

/** The version in `If-Match`; undefined without one. */
export function versionSeen(call: Call): number | undefined | Refusal {
  const given = call.header('if-match');
  if (given === undefined || given === '*') return undefined;
  const version = /^"?(\d{1,15})"?$/u.exec(given)?.[1];
  return version === undefined
    ? refuse('malformed', { detail: 'If-Match: must be the version that was read.' })
    : Number(version);
}

const workstream: EntryOf = (call, id) => {
  const body = call.body(http.workstreamBody);
  return isRefusal(body) ? body : { entry: { kind: 'workstream', value: workstreamFrom(id, body) } };
};
const queue: EntryOf = (call, id) => {
  const body = call.body(http.queueSaveBody);
  if (isRefusal(body)) return body;
  const { members, ...fields } = body;
  const also = members === undefined ? [] : membersAfter(call.tenant.floor, id, members);
  return isRefusal(also) ? also : { entry: { kind: 'queue', value: queueFrom(id, fields) }, also };
};
const person: EntryOf = (call, id) => {
  const body = call.body(http.personBody);
  return isRefusal(body) ? body : { entry: { kind: 'person', value: personFrom(id, body) } };
};
const integration: EntryOf = (call, id) => {
  const body = call.body(http.integrationBody);
  if (isRefusal(body)) return body;
  const { keys = [] } = call.tenant.floor.integrations.get(id) ?? {};
  return { entry: { kind: 'integration', value: integrationFrom(id, body, keys) } };
};
const policy: EntryOf = (call) => {
  const body = call.body(http.policyBody);
  return isRefusal(body) ? body : { entry: { kind: 'policy', value: policyFrom(call.tenant.floor.policy, body) } };
};
const switchesOnly: EntryOf = (call) => {
  const asked = call.body(http.policyBody.entries.switches);
  if (isRefusal(asked)) return asked;
  return { entry: { kind: 'policy', value: policyFrom(call.tenant.floor.policy, { switches: asked }) } };
};

const whole: Answer = (call) => {
  const { floor } = call.tenant;
  return (
    administratorOnly(call) ?? {
      workstreams: [...floor.workstreams.values()],
      queues: [...floor.queues.values()],
      people: [...floor.people.values()],
      integrations: [...floor.integrations.values()].map(shownIntegration),
      policy: floor.policy,
      switches,
      versions: Object.fromEntries(floor.directoryVersions),
    }
  );
};

const remove: Answer = (call) => administratorOnly(call) ?? refuse('inUse');
