import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { isRefusal } from '@floorwalk/core';
import { createDirectoryKeys } from '../../../server/auth/directory-keys.ts';
import { loadDirectory, readDirectoryFile, type Loaded } from '../../../server/directory/load-directory.ts';
import type { Tenant } from '../../../server/engine/engine.ts';
import { startEngine, type Running } from '../../support/engine.ts';

let running: Running;
let tenant: Tenant;
before(async () => {
  running = await startEngine();
  tenant = await running.engine.tenant('fresh');
});
after(() => running.close());

const good = {
  tenant: 'fresh',
  queues: { support: { name: 'Support' } },
  workstreams: { chat: { name: 'Chat', channel: 'liveChat', queue: 'support' } },
  people: {
    ines: {
      name: 'Ines',
      roles: ['supervisor'],
      scope: 'all',
      identities: [{ issuer: 'https://login', subject: 'ines' }],
    },
    ana: { name: 'Ana', roles: ['agent'], queues: ['support'], capacity: 5 },
  },
  policy: { switches: { transferToQueue: true } },
};
const load = (value: object): Promise<Loaded> => {
  const read = readDirectoryFile(JSON.stringify(value));
  assert.ok('file' in read, read.problems.join('\n'));
  return loadDirectory(tenant, read.file);
};

test('a file that cannot be used is refused with everything that is wrong in it', () => {
  assert.match(readDirectoryFile('{"tenant":').problems.join(), /not JSON/u);
  const { problems } = readDirectoryFile(
    JSON.stringify({
      queues: { 'a b': { name: 'X' }, ok: {} },
      workstreams: { chat: { name: 'Chat', channel: 'pigeon', queue: 'support' } },
      people: { ana: { name: 'Ana', roles: ['boss'], capacity: -1 } },
    }),
  );
  for (const where of [
    'tenant',
    'queues.a b',
    'queues.ok.name',
    'workstreams.chat.channel',
    'people.ana.roles.0',
    'people.ana.capacity',
  ])
    assert.ok(
      problems.some((problem) => problem.startsWith(where)),
      `${where} in\n${problems.join('\n')}`,
    );
});

test('names that nothing answers to are all found before anything is written', async () => {
  const loaded = await load({
    tenant: 'fresh',
    queues: { fresh: { name: 'Fresh' } },
    workstreams: { chat: { name: 'Chat', channel: 'liveChat', queue: 'lost' } },
    people: { ana: { name: 'Ana', roles: ['agent'], queues: ['fresh', 'gone'], scope: ['away'] } },
  });
  assert.equal(loaded.problems.length, 3, loaded.problems.join('\n'));
  assert.equal(tenant.floor.queues.has('fresh'), false);
});

test('loading says what was added, then that all is as it was, then what changed', async () => {
  const first = await load(good);
  assert.deepEqual(first.problems, []);
  assert.deepEqual(first.added, ['queue:support', 'workstream:chat', 'person:ines', 'person:ana', 'policy:policy']);
  const again = await load(good);
  assert.deepEqual([again.added, again.changed, again.unchanged.length], [[], [], 5]);
  const less = await load({ tenant: 'fresh', people: { ana: { ...good.people.ana, capacity: 6 } } });
  assert.deepEqual([less.added, less.changed], [[], ['person:ana']]);
  assert.equal(tenant.floor.people.get('ana')?.capacity, 6);
  assert.ok(tenant.floor.people.has('ines'));
  assert.equal(tenant.floor.policy.switches.transferToQueue, true);
});

test('what the rules refuse is said by name, and the rest is loaded', async () => {
  const loaded = await load({
    tenant: 'fresh',
    people: {
      twin: { name: 'Twin', roles: [], identities: [{ issuer: 'https://login', subject: 'ines' }] },
      other: { name: 'Other', roles: [] },
    },
  });
  assert.match(loaded.problems.join(), /^person:twin: /u);
  assert.deepEqual(loaded.added, ['person:other']);
});

test('[R2] [R3] an integration is loaded with its keys, which are shown then and never again, and open', async () => {
  const integrations = { crm: { name: 'CRM', rights: ['open', 'say'], keys: [{ label: 'first' }] } };
  const first = await load({ tenant: 'fresh', integrations });
  assert.deepEqual([first.problems, first.added], [[], ['integration:crm']]);
  const [made] = first.keys;
  assert.deepEqual([made?.integration, made?.label], ['integration:crm', 'first']);
  const find = createDirectoryKeys(running.engine, running.store);
  const opened = await find(made?.key ?? '');
  assert.deepEqual(!isRefusal(opened) && opened.integration.rights, ['open', 'say']);

  const again = await load({ tenant: 'fresh', integrations });
  assert.deepEqual([again.keys, again.unchanged], [[], ['integration:crm']]);
  const renamed = await load({ tenant: 'fresh', integrations: { crm: { name: 'Shop', rights: ['open'] } } });
  assert.deepEqual([renamed.keys, renamed.changed], [[], ['integration:crm']]);
  assert.ok(!isRefusal(await find(made?.key ?? '')));
});

test('[R3] a third key is refused by name, and nothing of that integration is changed', async () => {
  const keys = ['a', 'b', 'c'].map((label) => ({ label }));
  const loaded = await load({ tenant: 'fresh', integrations: { erp: { name: 'ERP', rights: [], keys } } });
  assert.match(loaded.problems.join(), /^integration:erp: Two keys count already/u);
  assert.deepEqual([loaded.keys, tenant.floor.integrations.has('erp')], [[], false]);
  assert.match(
    readDirectoryFile('{"tenant":"fresh","integrations":{"x":{"name":"X","rights":["everything"]}}}').problems.join(),
    /^integrations\.x\.rights\.0/u,
  );
});

test('the file that the documentation shows can be loaded as it is', async () => {
  const page = readFileSync(new URL('../../../docs/administration.md', import.meta.url), 'utf8');
  const [, example = ''] = /^```json\n([^`]+)^```$/mu.exec(page) ?? [];
  const read = readDirectoryFile(example);
  assert.ok('file' in read, read.problems.join('\n'));
  const loaded = await loadDirectory(await running.engine.tenant(read.file.tenant), read.file);
  assert.deepEqual(loaded.problems, []);
  assert.equal(loaded.keys.length, 1);
});

test('[R3] [C7] what somebody revokes or turns while a file is loaded does not come back with it', async () => {
  const system = { kind: 'system' } as const;
  const integrations = { shop: { name: 'Shop', rights: ['deliver'], keys: [{ label: 'old' }] } };
  await load({ tenant: 'fresh', integrations });
  const shop = tenant.floor.integrations.get('shop');
  assert.equal(shop?.keys.length, 1);
  const run = tenant.run.bind(tenant);
  let isMeddled = false;
  Object.assign(tenant, {
    run: (async (actor, request, options) => {
      const done = await run(actor, request, options);
      if (isMeddled) return done;
      isMeddled = true;
      const { policy } = tenant.floor;
      const off = { ...policy, switches: { ...policy.switches, monitor: false } };
      await run(system, { of: 'directory', entry: { kind: 'policy', value: off } });
      await run(system, { of: 'directory', entry: { kind: 'integration', value: { ...shop, keys: [] } } });
      return done;
    }) satisfies Tenant['run'],
  });
  const renamed = { shop: { name: 'Shop 2', rights: ['deliver'] } };
  const policy = { switches: { assign: true }, auditVisibleToAgent: true };
  const loaded = await load({ tenant: 'fresh', queues: { late: { name: 'Late' } }, policy, integrations: renamed });
  assert.deepEqual(loaded.problems, []);
  const { integrations: after, policy: now } = tenant.floor;
  assert.deepEqual([after.get('shop')?.name, after.get('shop')?.keys], ['Shop 2', []]);
  assert.deepEqual([now.switches.monitor, now.auditVisibleToAgent], [false, true]);
});
