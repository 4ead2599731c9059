import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refuse } from '@floorwalk/core';
import { startSite, type Answered, type Site } from '../../../support/site.ts';

let site: Site;
let ines: string;
let ana: string;
before(async () => {
  site = await startSite();
  ines = await site.token('supervisor', 'ines');
  ana = await site.token('agent', 'ana');
});
after(() => site.close());
const post = (token: string, path: string, body: object = {}): Promise<Answered> =>
  site.call(token, 'POST', `/v1/conversations/${path}`, { body });
const engaged = async (): Promise<string> => {
  const id = await site.open();
  assert.equal((await post(ines, `${id}/assign`, { agent: 'ana' })).status, 200);
  assert.equal((await post(ana, `${id}/accept`)).status, 200);
  return id;
};
const watchers = (id: string): readonly string[] =>
  (site.tenant.floor.rosters.get(id)?.watchers ?? []).map((watcher) => watcher.id);
const until = async (isSo: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 500 && !isSo(); tries++) await site.call(undefined, 'GET', '/healthz');
  assert.ok(isSo());
};

test('[M3] monitoring by HTTP is a lease: on the roster at once, off it 30 s after it was last asked for', async () => {
  const id = await engaged();
  assert.equal((await post(ines, `${id}/monitor`)).status, 200);
  assert.deepEqual(watchers(id), ['ines']);
  site.clock.step(20_000);
  assert.equal((await post(ines, `${id}/monitor`)).status, 200);
  site.clock.step(20_000);
  assert.deepEqual(watchers(id), ['ines']);
  site.clock.step(10_001);
  await until(() => watchers(id).length === 0);
});

test('[M5] who says that they stop has stopped', async () => {
  const id = await engaged();
  await post(ines, `${id}/monitor`);
  assert.equal((await post(ines, `${id}/unmonitor`)).status, 200);
  assert.deepEqual(watchers(id), []);
});

test('[A7] asking whether monitoring is allowed puts nobody on the roster', async () => {
  const id = await engaged();
  assert.equal((await post(ines, `${id}/monitor?dryRun=1`)).status, 200);
  assert.deepEqual(watchers(id), []);
  const open = await site.open();
  assert.equal((await post(ines, `${open}/monitor?dryRun=1`)).body['refusal'], 'state');
  assert.equal((await post(ana, `${id}/monitor`)).body['refusal'], 'role');
});

test('[M3] a lease that ends while the store is too busy ends when it is not', async () => {
  const id = await engaged();
  assert.equal((await post(ines, `${id}/monitor`)).status, 200);
  const { tenant } = site;
  const run = tenant.run.bind(tenant);
  let busy = 2;
  Object.assign(tenant, {
    run: ((actor, request, options) =>
      request.of === 'roster' && request.command.type === 'Unwatch' && busy-- > 0
        ? Promise.resolve(refuse('busy'))
        : run(actor, request, options)) satisfies typeof tenant.run,
  });
  site.clock.step(30_001);
  await until(() => busy === 1);
  assert.deepEqual(watchers(id), ['ines']);
  for (let second = 0; second < 3; second++) {
    site.clock.step(1_001);
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  }
  await until(() => watchers(id).length === 0);
});
