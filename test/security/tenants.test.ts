import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DirectoryEntry } from '@floorwalk/core/directory';
import { personDefaults } from '@floorwalk/core/directory';
import type { Client } from '../server/live/support/client.ts';
import { seeded } from '../server/live/support/seeded.ts';
import { openHouse, storeNames, type House, type Said } from './support/house.ts';

const tenants = ['acme', 'globex'] as const;
type TenantId = (typeof tenants)[number];
/** Stands in every name and text of a tenant, and nowhere else. */
const markOf = { acme: 'zqacmeqz', globex: 'zqglobexqz' } as const satisfies Record<TenantId, string>;
const otherOf = { acme: 'globex', globex: 'acme' } as const satisfies Record<TenantId, TenantId>;

/** Both directories have the same ids: what would be mixed up is. */
const marked = (entry: DirectoryEntry, tenant: string): DirectoryEntry => {
  const mark = markOf[tenant as TenantId];
  const name = (value: { readonly name: string }): string => `${value.name} ${mark}`;
  switch (entry.kind) {
    case 'person':
      return { ...entry, value: { ...entry.value, name: name(entry.value) } };
    case 'queue':
      return { ...entry, value: { ...entry.value, name: name(entry.value) } };
    case 'workstream':
      return { ...entry, value: { ...entry.value, name: name(entry.value) } };
    case 'integration':
      return { ...entry, value: { ...entry.value, name: name(entry.value) } };
    case 'policy':
      return { ...entry, value: { ...entry.value, wording: { 'en:customer:consent': mark } } };
  }
};

interface Heard {
  readonly tenant: TenantId;
  readonly what: string;
  readonly text: string;
}

/** Both tenants at once, by seed: everything anybody of either was answered or sent. */
async function drive(house: House, seed: number, acts: number): Promise<readonly Heard[]> {
  const random = seeded(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const heard: Heard[] = [];
  const panels = new Map<TenantId, readonly Client[]>();
  for (const tenant of tenants) panels.set(tenant, await openPanels(house, tenant));
  for (const tenant of tenants) await begin(house, tenant, `c-${seed}-0`);
  const under: Promise<unknown>[] = [];
  for (let n = 0; n < acts; n++) {
    const tenant = tenants[below(2)] ?? 'acme';
    const mark = markOf[tenant];
    const id = `c-${seed}-${below(4)}`;
    const person = ['ana', 'ben', 'ines', 'jonas', 'ada'][below(5)] ?? 'ana';
    const note = (asked: Promise<Said>, what: string) =>
      asked.then(({ text, headers }) => heard.push({ tenant, what, text: text + [...headers.values()].join() }));
    const as = (method: string, path: string, body?: object): Promise<unknown> =>
      house.token(tenant, person).then((token) =>
        note(
          house.call(token, method, path, {
            ...(body !== undefined && { body }),
            headers: { 'idempotency-key': `k-${seed}-${below(9)}` },
          }),
          `${person} ${method} ${path}`,
        ),
      );
    const crm = (method: string, path: string, body?: object): Promise<unknown> =>
      note(house.call(house.key(tenant), method, path, body === undefined ? {} : { body }), `crm ${method} ${path}`);
    const message = { id: `m-${below(12)}`, text: `text ${mark}` };
    const ways: readonly (() => Promise<unknown>)[] = [
      () =>
        crm('POST', '/v1/conversations', {
          id,
          workstream: 'live-chat',
          customer: { name: `Customer ${mark}`, id: 'k-1' },
          subject: `About ${mark}`,
          context: { type: 'case', id: '42' },
        }),
      () => crm('POST', `/v1/conversations/${id}/messages`, { ...message, plane: 'public', from: { customer: {} } }),
      () => crm('GET', '/v1/conversations?context=case:42'),
      () => crm('GET', '/v1/conversations?customer=k-1'),
      () => crm('GET', '/v1/outbox?workstream=live-chat'),
      () => crm('GET', '/v1/agents'),
      () => as('POST', `/v1/conversations/${id}/assign`, { agent: 'ana', override: { reason: mark } }),
      () => as('POST', `/v1/conversations/${id}/accept`, {}),
      () => as('POST', `/v1/conversations/${id}/monitor`, {}),
      () => as('POST', `/v1/conversations/${id}/join`, {}),
      () => as('POST', `/v1/conversations/${id}/transfer`, { agent: 'ben', reason: mark }),
      () => as('POST', `/v1/conversations/${id}/messages`, { ...message, plane: 'internal' }),
      () => as('POST', `/v1/conversations/${id}/messages`, { ...message, plane: 'public' }),
      () => as('GET', `/v1/conversations/${id}/messages`),
      () => as('GET', `/v1/conversations/${id}/candidates?for=transfer&all=1`),
      () => as('GET', `/v1/conversations/${id}`),
      () => as('GET', `/v1/floor?text=${markOf[otherOf[tenant]]}`).then(() => heard.pop()),
      () => as('GET', '/v1/floor'),
      () => as('GET', '/v1/agents'),
      () => as('GET', '/v1/queues'),
      () => as('GET', '/v1/policy'),
      () => as('GET', '/v1/workstreams'),
      () => as('GET', '/v1/directory'),
      () => as('GET', '/v1/audit?limit=50'),
      () => as('PUT', '/v1/agents/ana/presence', { presence: 'available' }),
      () => as('POST', `/v1/conversations/${id}/force-close`, { reason: mark }),
    ];
    const act = ways[below(ways.length)];
    if (act) under.push(act());
    if (random() < 0.5) await Promise.all(under.splice(0));
  }
  await Promise.all(under);
  await house.settle();
  for (const tenant of tenants)
    for (const person of ['ana', 'ines']) {
      const { text } = await house.call(
        await house.token(tenant, person),
        'GET',
        `/v1/conversations/c-${seed}-0/messages`,
      );
      heard.push({ tenant, what: `${person} reads at last`, text });
    }
  for (const [tenant, all] of panels)
    for (const panel of all) {
      heard.push(...panel.texts.map((text) => ({ tenant, what: 'a panel', text })));
      panel.cut();
    }
  return heard;
}

/** One conversation of the same id in each tenant, in Ana's hands, with words on both planes under the same ids. */
async function begin(house: House, tenant: TenantId, id: string): Promise<void> {
  const mark = markOf[tenant];
  const post = async (token: string, path: string, body: object): Promise<void> => {
    const { status, text } = await house.call(token, 'POST', `/v1/conversations${path}`, { body });
    assert.ok(status < 300, text);
  };
  await post(house.key(tenant), '', { id, workstream: 'live-chat', customer: { name: `Customer ${mark}`, id: 'k-1' } });
  await post(await house.token(tenant, 'ines'), `/${id}/assign`, { agent: 'ana' });
  const ana = await house.token(tenant, 'ana');
  await post(ana, `/${id}/accept`, {});
  for (const plane of ['public', 'internal'])
    await post(ana, `/${id}/messages`, { id: `first-${plane}`, text: `${plane} ${mark}`, plane });
}

async function openPanels(house: House, tenant: TenantId): Promise<readonly Client[]> {
  const open = async (person: string, hello: object, ...topics: readonly object[]): Promise<Client> => {
    const panel = await house.panel(tenant, person, hello);
    topics.forEach((topic, index) => panel.send({ type: 'subscribe', id: `s${index}`, topic }));
    return panel;
  };
  return Promise.all([
    open('ines', {}, { kind: 'floor' }, { kind: 'agents' }, { kind: 'conversation', conversation: 'c-1-0' }),
    open('jonas', {}, { kind: 'floor', query: { view: 'attention' } }),
    open('ana', { desk: true }, { kind: 'desk' }),
    open('ben', { desk: true }, { kind: 'desk' }),
  ]);
}

const seeds = Number(process.env['TENANT_SEEDS'] ?? 3);

for (const store of storeNames)
  test(`[R2] two tenants at once: no answer, event, metric or log line names the other’s data, on ${store}`, async (t) => {
    const house = await openHouse({ store, tenants, edit: marked });
    t.after(() => house.close());
    let looked = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const heard = await drive(house, seed, 150);
      for (const { tenant, what, text } of heard)
        assert.ok(!text.includes(markOf[otherOf[tenant]]), `seed ${seed}: ${what} at ${tenant}: ${text.slice(0, 500)}`);
      for (const tenant of tenants)
        assert.ok(
          heard.some((one) => one.tenant === tenant && one.text.includes(markOf[tenant])),
          'each sees its own',
        );
      looked += heard.length;
    }
    const { text: metrics } = await house.call(undefined, 'GET', '/metrics');
    const kept = `${metrics}\n${house.logged.join('')}`;
    for (const mark of Object.values(markOf)) assert.ok(!kept.includes(mark), 'metrics and log name no tenant’s data');
    t.diagnostic(`${seeds} seeds on ${store}: ${looked} answers and frames looked through`);
  });

test('[R2] what is another tenant’s is answered like what does not exist, whatever door is tried', async (t) => {
  const house = await openHouse({ tenants, edit: marked });
  t.after(() => house.close());
  const body = {
    id: 'theirs',
    workstream: 'live-chat',
    customer: { name: 'Theirs' },
    context: { type: 'case', id: '7' },
  };
  assert.equal((await house.call(house.key('globex'), 'POST', '/v1/conversations', { body })).status, 201);
  const stranger = {
    ...personDefaults,
    id: 'gwen',
    name: 'Gwen',
    roles: ['supervisor'] as const,
    scope: 'all' as const,
  };
  const identities = [{ issuer: house.provider.url, subject: 'gwen' }];
  await house.save('globex', { kind: 'person', value: { ...stranger, identities } });
  const ask = async (token: string, method: string, path: string): Promise<string> => {
    const said = await house.call(token, method, path, method === 'POST' ? { body: { agent: 'ana' } } : {});
    return `${said.status} ${said.text}`;
  };
  for (const token of [await house.token('acme', 'ines'), await house.token('acme', 'ana'), house.key('acme')])
    for (const [method, rest] of [
      ['GET', ''],
      ['GET', '/messages'],
      ['GET', '/candidates?for=assign'],
      ['POST', '/assign'],
      ['POST', '/monitor'],
      ['POST', '/force-close'],
    ] as const) {
      const theirs = await ask(token, method, `/v1/conversations/theirs${rest}`);
      assert.equal(theirs, await ask(token, method, `/v1/conversations/nobodys${rest}`), `${method} ${rest}`);
    }
  // A token says one tenant; being somebody there makes one nobody here.
  assert.match(await ask(await house.token('acme', 'gwen'), 'GET', '/v1/floor'), /^401 /u);
  assert.match(await ask(await house.token('nowhere', 'ines'), 'GET', '/v1/floor'), /^401 /u);
  const onBehalf = { headers: { 'floorwalk-on-behalf-of': 'gwen' } };
  assert.equal((await house.call(house.key('acme'), 'GET', '/v1/floor', onBehalf)).json['refusal'], 'unknownPerson');
  const panel = await house.panel('acme', 'ines');
  panel.send({ type: 'subscribe', id: 'c', topic: { kind: 'conversation', conversation: 'theirs' } });
  const ended = await panel.type('ended', 'c');
  assert.equal((ended['refusal'] as { refusal: string }).refusal, 'unknownConversation');
  // A fresh token of another tenant does not carry an open connection over.
  panel.send({ type: 'token', token: await house.token('globex', 'ines') });
  assert.equal((await panel.closed).code, 4502);
});
