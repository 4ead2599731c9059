import { Router } from 'express';
import { isRefusal, refuse, type Refusal } from '@floorwalk/core';
import { saveEffects, switches, type DirectoryEntry } from '@floorwalk/core/directory';
import { http, id as idSchema, parse } from '@floorwalk/core/protocol';
import { personFrom, policyFrom, queueFrom, workstreamFrom } from '../directory/entries.ts';
import { respond, type Answer, type Call } from './call.ts';

/** `/v1/directory`: what an administrator configures. `PUT` replaces an entry; nothing is deleted, only disabled (C7). */
export function directoryRouter(): Router {
  const router = Router();
  router.get('/', respond(whole));
  router.put('/workstreams/:id', respond(save(workstream)));
  router.put('/queues/:id', respond(save(queue)));
  router.put('/people/:id', respond(save(person)));
  for (const path of ['/policy', '/policies']) router.put(path, respond(save(policy)));
  router.put('/switches', respond(save(switchesOnly)));
  router.delete('/:kind/:id', respond(remove));
  return router;
}

type EntryOf = (call: Call, id: string) => DirectoryEntry | Refusal;

const save =
  (entryOf: EntryOf): Answer =>
  async (call) => {
    const no = administratorOnly(call);
    if (no) return no;
    const id = parse(idSchema, call.param('id') || 'policy');
    if (!id.ok) return refuse('malformed', { detail: `id: ${id.reason}` });
    const entry = entryOf(call, id.value);
    if (isRefusal(entry)) return entry;
    // Before it is saved: what saving does to the floor as it is now.
    const effects = saveEffects(call.tenant.floor, entry);
    const done = await call.run({ of: 'directory', entry });
    return isRefusal(done) ? done : { ...done, value: entry.value, effects };
  };

const workstream: EntryOf = (call, id) => {
  const body = call.body(http.workstreamBody);
  return isRefusal(body) ? body : { kind: 'workstream', value: workstreamFrom(id, body) };
};
const queue: EntryOf = (call, id) => {
  const body = call.body(http.queueBody);
  return isRefusal(body) ? body : { kind: 'queue', value: queueFrom(id, body) };
};
const person: EntryOf = (call, id) => {
  const body = call.body(http.personBody);
  return isRefusal(body) ? body : { kind: 'person', value: personFrom(id, body) };
};
const policy: EntryOf = (call) => {
  const body = call.body(http.policyBody);
  return isRefusal(body) ? body : { kind: 'policy', value: policyFrom(call.tenant.floor.policy, body) };
};
const switchesOnly: EntryOf = (call) => {
  const asked = call.body(http.policyBody.entries.switches);
  if (isRefusal(asked)) return asked;
  return { kind: 'policy', value: policyFrom(call.tenant.floor.policy, { switches: asked }) };
};

const whole: Answer = (call) => {
  const { floor } = call.tenant;
  return (
    administratorOnly(call) ?? {
      workstreams: [...floor.workstreams.values()],
      queues: [...floor.queues.values()],
      people: [...floor.people.values()],
      policy: floor.policy,
      switches,
    }
  );
};

const remove: Answer = (call) => administratorOnly(call) ?? refuse('inUse');

/** Asked before the body is read, so that nobody learns from a body's problems what they may not do. */
const administratorOnly = ({ actor }: Call): Refusal | null =>
  actor.kind === 'person' && actor.roles.includes('administrator') ? null : refuse('role');
