import { DEMO_TENANT } from '../auth/demo-issuer.ts';
import type { Engine } from '../engine/engine.ts';
import { loadDirectory } from './load-directory.ts';

/** Gives the demonstration's tenant the queue and workstream that it promises, unless it has a workstream by that name already. */
export async function seedDemo(engine: Engine): Promise<void> {
  const tenant = await engine.tenant(DEMO_TENANT);
  if (tenant.floor.workstreams.has('live-chat')) return;
  await loadDirectory(tenant, {
    tenant: DEMO_TENANT,
    // Picked, not pushed: who calls this server by hand decides who gets what.
    queues: { support: { name: 'Support', distribution: 'pick' } },
    workstreams: { 'live-chat': { name: 'Live chat', channel: 'liveChat', queue: 'support' } },
    people: {},
  });
}
