import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import express from 'express';
import type { Auth } from '../../../server/auth/auth.ts';
import { Outbox } from '../../../server/channels/outbox.ts';
import { authenticate } from '../../../server/http/authenticate.ts';
import { lastResort } from '../../../server/http/errors.ts';
import { outboxRoutes } from '../../../server/http/outbox.ts';
import type { PublicPort, PublicPorts } from '../../../server/live/customer/port.ts';
import { silentLogger } from '../../../server/log.ts';
import { startSite, type Answered, type Site } from '../../support/site.ts';

let site: Site;
let crm: string;
let ines: string;
let ana: string;
before(async () => {
  site = await startSite();
  crm = await site.token('integration', 'crm');
  ines = await site.token('supervisor', 'ines');
  ana = await site.token('agent', 'ana');
});
after(() => site.close());
const read = (query: string, token = crm): Promise<Answered> => site.call(token, 'GET', `/v1/outbox?${query}`);
const post = async (token: string, path: string, body: object = {}): Promise<Answered> => {
  const answered = await site.call(token, 'POST', `/v1/conversations/${path}`, { body });
  assert.ok(answered.status < 300, JSON.stringify(answered.body));
  return answered;
};
const next = ({ body }: Answered): string => encodeURIComponent(String(body['next']));
interface Item {
  readonly id: string;
  readonly conversation: string;
  readonly entry: { readonly type: string; readonly text?: string; readonly kind?: string; readonly from?: object };
}
const items = ({ body }: Answered): readonly Item[] => body.items as unknown as readonly Item[];

test('[P3] an integration gets what its customer may see of its workstreams, and nothing internal or of itself', async () => {
  const start = await read('workstream=whatsapp');
  assert.deepEqual(items(start), []);
  const id = await site.open({ workstream: 'whatsapp' });
  await post(crm, `${id}/messages`, { id: 'm1', text: 'Hello?', plane: 'public', from: { customer: {} } });
  await post(ines, `${id}/assign`, { agent: 'ana' });
  await post(ana, `${id}/accept`);
  await post(ana, `${id}/messages`, { id: 'm2', text: 'A secret note.', plane: 'internal' });
  await post(ana, `${id}/messages`, { id: 'm3', text: 'Good morning.', plane: 'public' });
  const other = await site.open();
  await post(ines, `${other}/assign`, { agent: 'ana' });
  const page = await read(`workstream=whatsapp&after=${next(start)}`);
  const got = items(page);
  assert.ok(got.every(({ conversation }) => conversation === id));
  assert.deepEqual(
    got.filter(({ entry }) => entry.type === 'message').map(({ entry }) => entry.text),
    ['Good morning.'],
  );
  assert.deepEqual(got.find(({ entry }) => entry.text)?.entry.from, { kind: 'agent', name: 'Ana' });
  assert.ok(got.some(({ entry }) => entry.kind === 'agentJoined'));
  assert.doesNotMatch(JSON.stringify(page.body), /secret|version|winner/u);
  assert.deepEqual(items(await read(`workstream=whatsapp&after=${next(page)}`)), []);
});

test('somebody who waits is answered as soon as there is something', async () => {
  const start = await read('workstream=whatsapp');
  const id = await site.open({ workstream: 'whatsapp' });
  const waiting = read(`workstream=whatsapp&after=${next(start)}&wait=20`);
  await post(ines, `${id}/assign`, { agent: 'ana' });
  await post(ana, `${id}/accept`);
  const page = await waiting;
  assert.ok(items(page).length > 0);
});

test('[N2] each delivery is answered with how it went; a failure is on the record', async () => {
  const start = await read('workstream=whatsapp');
  const id = await site.open({ workstream: 'whatsapp' });
  await post(ines, `${id}/assign`, { agent: 'ana' });
  await post(ana, `${id}/accept`);
  await post(ana, `${id}/messages`, { id: 'm1', text: 'Hi.', plane: 'public' });
  const [delivery] = items(await read(`workstream=whatsapp&after=${next(start)}`)).slice(-1);
  const answer = (body: object, of = delivery?.id ?? ''): Promise<Answered> =>
    site.call(crm, 'POST', `/v1/outbox/${encodeURIComponent(of)}`, { body });
  assert.equal((await answer({ outcome: 'delivered' })).status, 200);
  assert.equal((await answer({ outcome: 'failed', reason: 'blocked' })).status, 200);
  assert.equal((await answer({ outcome: 'eaten' })).body['refusal'], 'malformed');
  assert.equal((await answer({ outcome: 'failed' }, `${id}~999`)).status, 404);
  assert.equal((await answer({ outcome: 'failed' }, 'nonsense')).status, 404);
  const ada = await site.token('administrator', 'ada');
  const record = await site.call(ada, 'GET', `/v1/audit?about=${id}&limit=1000`);
  assert.equal(record.body.items?.filter(({ what }) => what === 'DeliveryReported').length, 1);
});

test('[N2] staff see what arrived, what did not and what nobody knows; the record has the latter two', async () => {
  const start = await read('workstream=whatsapp');
  const id = await site.open({ workstream: 'whatsapp' });
  await post(ines, `${id}/assign`, { agent: 'ana' });
  await post(ana, `${id}/accept`);
  for (const n of [1, 2, 3]) await post(ana, `${id}/messages`, { id: `d${n}`, text: `Line ${n}.`, plane: 'public' });
  const found = items(await read(`workstream=whatsapp&after=${next(start)}`)).filter(({ entry }) => entry.text);
  const outcomes = ['failed', 'unknown', 'delivered'];
  for (const [i, { id: delivery }] of found.entries())
    await site.call(crm, 'POST', `/v1/outbox/${encodeURIComponent(delivery)}`, { body: { outcome: outcomes[i] } });
  const { body } = await site.call(ines, 'GET', `/v1/conversations/${id}`);
  const { upTo, not } = body['deliveries'] as { upTo: number; not: Record<string, { outcome: string }> };
  assert.ok(upTo > 0);
  assert.deepEqual([not['d1']?.outcome, not['d2']?.outcome, not['d3']], ['failed', 'unknown', undefined]);
  const ada = await site.token('administrator', 'ada');
  const record = await site.call(ada, 'GET', `/v1/audit?about=${id}&limit=1000`);
  const lines = record.body.items?.filter(({ what }) => what === 'DeliveryReported') ?? [];
  assert.deepEqual(
    lines.map(({ details }) => details),
    [
      { outcome: 'failed', entry: 'd1' },
      { outcome: 'unknown', entry: 'd2' },
    ],
  );
});

test('a position holds after the process that gave it; one that never was is said to be stale, never silently short', async () => {
  const start = await read('workstream=whatsapp');
  const id = await site.open({ workstream: 'whatsapp' });
  await post(ines, `${id}/assign`, { agent: 'ana' });
  await post(ana, `${id}/accept`);
  const silent = { listen: () => () => undefined, words: () => ({}) } as unknown as PublicPort;
  const another = new Outbox(site.tenant, silent);
  const { items: found, stale } = await another.read(['whatsapp'], decodeURIComponent(next(start)), 200);
  another.close();
  assert.equal(stale, false);
  assert.deepEqual(found, items(await read(`workstream=whatsapp&after=${next(start)}`)));
  assert.ok(found.some(({ entry }) => entry.type === 'notice' && entry.kind === 'agentJoined'));
  assert.equal((await read('workstream=whatsapp&after=00000000.3')).body['stale'], true);
  assert.equal((await read('workstream=whatsapp&after=nonsense')).body['stale'], true);
});

test('[R2] the outbox is for integrations with the right, and for workstreams that exist', async () => {
  assert.equal((await read('workstream=whatsapp', ines)).body['refusal'], 'role');
  assert.equal((await read('workstream=pigeons')).body['refusal'], 'unknownWorkstream');
  assert.equal((await read('')).body['refusal'], 'unknownWorkstream');
  assert.equal((await read('workstream=whatsapp&wait=3600')).body['refusal'], 'malformed');
});

test('an outbox that could not be opened is opened for who asks next', async () => {
  const tenant = { id: 'acme', floor: { workstreams: new Map([['sms', {}]]) }, offset: 0, epoch: 'e' };
  let asked = 0;
  const ports: PublicPorts = () => {
    asked += 1;
    return asked === 1
      ? Promise.reject(new Error('away'))
      : Promise.resolve({ listen: () => () => {}, words: () => ({}) } as never);
  };
  const { router, close } = outboxRoutes(ports, () => {});
  const actor = { kind: 'integration', id: 'crm', rights: ['deliver'] };
  const auth = { caller: () => Promise.resolve({ tenant, actor }), isWithdrawn: () => false } as unknown as Auth;
  const app = express();
  app.use(
    authenticate(auth, (_req, _res, next) => next()),
    router,
    lastResort(silentLogger),
  );
  const http = app.listen(0, '127.0.0.1');
  await once(http, 'listening');
  try {
    const { port } = http.address() as AddressInfo;
    const ask = async (): Promise<number> =>
      (await fetch(`http://127.0.0.1:${port}/?workstream=sms`, { headers: { authorization: 'Bearer x' } })).status;
    assert.deepEqual([await ask(), await ask(), await ask(), asked], [500, 200, 200, 2]);
  } finally {
    close();
    http.closeAllConnections();
    http.close();
  }
});
