import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { commandsFirst } from '../../../server/http/commands-first.ts';
import { sendJson, type Step } from '../../../server/http/exchange.ts';
import { startSite, type Answered, type Site } from '../../support/site.ts';

let site: Site;
before(async () => (site = await startSite()));
after(() => site.close());

/** Headers that no two answers share. */
const OWN = new Set(['date', 'connection', 'keep-alive', 'ratelimit']);
const seen = ({ status, body, headers }: Answered): unknown => [
  status,
  body,
  Object.fromEntries([...headers].filter(([name]) => !OWN.has(name))),
];

/** The same address as only the router reads it. */
const spelled = (path: string): string => path.replace('/v1/', '/V1/');

test('whichever way a request takes, it is answered alike: status, body and every header', async () => {
  const crm = await site.token('integration', 'crm');
  const ana = await site.token('agent', 'ana');
  const id = await site.open();
  const say = (n: number) => ({ id: `m${n}`, text: 'Hello', plane: 'public', from: { customer: {} } });
  const path = `/v1/conversations/${id}/messages`;
  const origin = { origin: 'https://crm.example' };
  const cases = [
    [undefined, path, { body: say(1) }],
    ['nonsense', path, { body: say(1) }],
    [crm, path, { raw: '{broken', headers: { 'content-type': 'application/json' } }],
    [crm, path, { raw: 'x', headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
    [crm, path, { body: { ...say(1), text: 'x'.repeat(100_000) } }],
    [crm, path, { body: { ...say(1), plane: 'secret' } }],
    [crm, path, { body: say(1), headers: { 'Idempotency-Key': 'k'.repeat(201) } }],
    [crm, '/v1/conversations/nothing/messages', { body: say(1) }],
    [ana, `/v1/conversations/${id}/assign`, { body: { agent: 'ben' } }],
    [ana, `/v1/conversations/${id}/fly`, { body: {} }],
    [crm, `/v1/conversations/${id}/toString`, { body: {} }],
    [crm, path, { body: say(2), headers: origin }],
    [crm, path, { body: say(2), headers: { 'Floorwalk-On-Behalf-Of': 'ines' } }],
  ] as const;
  for (const [token, at, asked] of cases) {
    // The first may change something; the repeats change nothing.
    await site.call(token, 'POST', at, asked);
    const [short, long] = [
      await site.call(token, 'POST', at, asked),
      await site.call(token, 'POST', spelled(at), asked),
    ];
    assert.deepEqual(seen(short), seen(long), `${at} ${JSON.stringify(asked).slice(0, 80)}`);
    assert.equal(short.headers.get('ratelimit')?.split(';')[0], long.headers.get('ratelimit')?.split(';')[0]);
  }
});

test('a command with a query is understood: a dry run writes nothing', async () => {
  const crm = await site.token('integration', 'crm');
  const id = await site.open();
  const body = { id: 'm1', text: 'Hello', plane: 'public', from: { customer: {} } };
  const path = `/v1/conversations/${id}/messages`;
  assert.equal((await site.call(crm, 'POST', `${path}?dryRun=1`, { body })).status, 201);
  const { body: told } = await site.call(crm, 'GET', path);
  assert.equal(
    told.items?.some(({ type }) => type === 'message'),
    false,
  );
});

test('[R3] who is withdrawn is turned away by the next command, with the token that just worked', async () => {
  const ben = await site.token('agent', 'ben');
  const id = await site.open();
  const say = () =>
    site.call(ben, 'POST', `/v1/conversations/${id}/messages`, { body: { id: 'x', text: 'Hi', plane: 'internal' } });
  assert.equal((await say()).status, 403);
  const ada = await site.token('administrator', 'ada');
  const person = { name: 'Ben', roles: ['agent'], queues: ['billing'], disabled: true };
  assert.equal((await site.call(ada, 'PUT', '/v1/directory/people/ben', { body: person })).status, 200);
  assert.equal((await say()).status, 401);
});

test('requests are counted, whichever way they take, by the route as it is documented', async () => {
  const crm = await site.token('integration', 'crm');
  const id = await site.open();
  await site.call(crm, 'POST', `/v1/conversations/${id}/end`, { body: {} });
  const text = await (await fetch(`${site.url}/metrics`)).text();
  assert.match(text, /floorwalk_http_requests_total\{[^}]*route="\/v1\/conversations\/:id\/end",status="200"/u);
  assert.doesNotMatch(text, new RegExp(id, 'u'));
});

test('a step that throws, rejects or hands on an error ends the request as any failure does', async () => {
  const broken: Step[] = [
    () => {
      throw new Error('thrown');
    },
    () => Promise.reject(new Error('rejected')),
    (_req, _res, next) => next(new Error('handed on')),
    (_req, _res, next) => next(),
  ];
  for (const step of broken) {
    const listener = commandsFirst(
      {
        steps: [step],
        commands: new Map([['say', () => Promise.reject(new Error('the answer'))]]),
        failed: (error, _req, res) => sendJson(res, 500, (error as Error).message),
      },
      (_req, res) => void res.end(),
    );
    const http = createServer(listener).listen(0, '127.0.0.1');
    await once(http, 'listening');
    const { port } = http.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/v1/conversations/c1/say`, { method: 'POST' });
    assert.equal(answer.status, 500);
    assert.match(await answer.text(), /thrown|rejected|handed on|the answer/u);
    http.closeAllConnections();
    http.close();
  }
});
