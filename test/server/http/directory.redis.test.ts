import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openRedisStore } from '../../../server/store/redis/index.ts';
import type { Store } from '../../../server/store/store.ts';
import { administratorContract } from '../../contracts/administrator.ts';
import { startRedis, type OwnRedis } from '../../support/redis.ts';
import { startSite, type Site } from '../../support/site.ts';

let redis: OwnRedis;
const opened: OwnRedis[] = [];
const own = async (): Promise<OwnRedis> => {
  const started = await startRedis();
  opened.push(started);
  return started;
};
before(async () => {
  redis = await own();
});
after(async () => {
  for (const each of opened) await each.close();
});
const siteOn = ({ url }: OwnRedis, change: (store: Store) => Store = (store) => store): Promise<Site> =>
  startSite({ openStore: async () => change(await openRedisStore({ url, onError: () => {} })) });

administratorContract(async () => siteOn(await own()));

test('[C7] what is saved on one server is so on every other, and a version is one for all', async () => {
  const [one, other] = [await siteOn(redis), await siteOn(redis)];
  try {
    const ada = await one.token('administrator', 'ada');
    const there = await other.token('administrator', 'ada');
    const before = await other.call(there, 'GET', '/v1/directory');
    const seen = String((before.body['versions'] as Record<string, number>)['queue:billing']);
    const body = { name: 'Billing', distribution: 'external' };
    const saved = await one.call(ada, 'PUT', '/v1/directory/queues/billing', { body, headers: { 'if-match': seen } });
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    const late = await other.call(there, 'PUT', '/v1/directory/queues/billing', {
      body,
      headers: { 'if-match': seen },
    });
    assert.equal(late.body['refusal'], 'version');
    assert.equal(other.tenant.floor.queues.get('billing')?.distribution, 'external');
    const turned = await Promise.all([
      one.call(ada, 'PUT', '/v1/directory/switches', { body: { assign: false } }),
      other.call(there, 'PUT', '/v1/directory/switches', { body: { transfer: false } }),
    ]);
    assert.deepEqual(
      turned.map(({ status }) => status),
      [200, 200],
    );
    const { body: now } = await one.call(ada, 'GET', '/v1/policy');
    const { assign, transfer } = now['switches'] as Record<string, boolean>;
    assert.deepEqual([assign, transfer], [false, false]);
  } finally {
    await one.close();
    await other.close();
  }
});

/** A store whose pushes are lost while `isDeaf` says so; what is stored can be read all the time. */
const deafened = (store: Store, isDeaf: () => boolean): Store =>
  new Proxy(store, {
    get(target, key) {
      if (key === 'follow') {
        const follow: Store['follow'] = (tenant, since, entry, lost) =>
          target.follow(tenant, since, (...pushed) => void (isDeaf() || entry(...pushed)), lost);
        return follow;
      }
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (...args: unknown[]): unknown => Reflect.apply(value, target, args) : value;
    },
  });

test('[R3][C7] a server that is behind brings no revoked key and no old switch back when somebody saves what they saw elsewhere', async () => {
  let isDeaf = false;
  const own = await startRedis();
  opened.push(own);
  const one = await siteOn(own);
  const behind = await siteOn(own, (store) => deafened(store, () => isDeaf));
  try {
    const ada = await one.token('administrator', 'ada');
    const there = await behind.token('administrator', 'ada');
    const path = '/v1/directory/integrations/shop';
    const body = { name: 'Shop', rights: ['deliver'] };
    await one.call(ada, 'PUT', path, { body });
    const made = await one.call(ada, 'POST', `${path}/keys`, {});
    await behind.tenant.settle();
    isDeaf = true;
    await one.call(ada, 'DELETE', `${path}/keys/${String(made.body['id'])}`);
    await one.call(ada, 'PUT', '/v1/directory/switches', { body: { monitor: false } });
    const versions = (await one.call(ada, 'GET', '/v1/directory')).body['versions'] as Record<string, number>;
    const saved = await behind.call(there, 'PUT', path, {
      body: { ...body, name: 'Shop 2' },
      headers: { 'if-match': String(versions['integration:shop']) },
    });
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    assert.deepEqual(behind.tenant.floor.integrations.get('shop')?.keys, []);
    const turned = await behind.call(there, 'PUT', '/v1/directory/switches', {
      body: { assign: false },
      headers: { 'if-match': String(versions['policy:policy']) },
    });
    assert.equal(turned.status, 200, JSON.stringify(turned.body));
    assert.equal(behind.tenant.floor.policy.switches.monitor, false);
    const never = await behind.call(there, 'PUT', path, { body, headers: { 'if-match': '999' } });
    assert.equal(never.body['refusal'], 'version', 'a version that nobody has seen');
  } finally {
    await one.close();
    await behind.close();
  }
});
