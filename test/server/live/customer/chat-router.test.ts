import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { refuse } from '@floorwalk/core';
import type express from 'express';
import type { SiteIdentities } from '../../../../server/live/auth-port.ts';
import { chatRouter } from '../../../../server/live/customer/chat-router.ts';
import { publicPorts } from '../../../../server/live/public-port.ts';
import { startLive } from '../support/live.ts';

const makeApp = createRequire(new URL('../../../../server/package.json', import.meta.url))('express') as typeof express;

async function start(t: Parameters<typeof startLive>[0], tenant: string | undefined) {
  const on = await startLive(t);
  const app = makeApp();
  const identify: SiteIdentities = async (token) =>
    token === 'signed' ? { id: 'k-7', name: 'Marta' } : refuse('unauthenticated');
  app.use(chatRouter({ chats: publicPorts(on.engine), chatTokens: on.tokens, identify, tenantOf: () => tenant }));
  const http = createServer(app).listen(0, '127.0.0.1');
  await once(http, 'listening');
  t.after(async () => void http.close());
  const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${(http.address() as AddressInfo).port}/v1/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return { on, post };
}

test('a chat opened by HTTP is a conversation whose token lets its customer in', async (t) => {
  const { on, post } = await start(t, 'acme');
  const answer = await post({ customer: { name: 'Marta Olsen' }, subject: 'A parcel' });
  assert.equal(answer.status, 201);
  const { token, conversation } = (await answer.json()) as { token: string; conversation: string };
  const c = on.tenant.floor.conversations.get(conversation);
  assert.deepEqual([c?.customer.name, c?.subject, c?.channel], ['Marta Olsen', 'A parcel', 'liveChat']);
  const client = await on.connect('/v1/chat');
  client.send({ type: 'hello', version: 1, token });
  await client.type('welcome');
});

test('[P4] a chat whose answer was lost is asked for again under its key and is the same one; a key that can be guessed is refused', async (t) => {
  const { on, post } = await start(t, 'acme');
  const key = { 'idempotency-key': randomUUID() };
  const opened = async (headers: Record<string, string>) => {
    const answer = await post({ customer: { name: 'Twice' } }, headers);
    return (await answer.json()) as { token: string; conversation: string; refusal?: string };
  };
  const [first, second] = await Promise.all([opened(key), opened(key)]);
  assert.equal(first.conversation, second.conversation);
  assert.equal((await opened(key)).conversation, first.conversation);
  const client = await on.connect('/v1/chat');
  client.send({ type: 'hello', version: 1, token: second.token });
  await client.type('welcome');
  assert.notEqual((await opened({ 'idempotency-key': randomUUID() })).conversation, first.conversation);
  assert.equal([...on.tenant.floor.conversations.values()].filter((c) => c.customer.name === 'Twice').length, 2);
  assert.equal((await opened({ 'idempotency-key': '1' })).refusal, 'malformed');
});

test('[P2] what is wrong with a request is said as a problem with nothing else in it', async (t) => {
  const { post } = await start(t, 'acme');
  for (const [body, status, refusal] of [
    [{ customer: { name: '' } }, 400, 'malformed'],
    [{ workstream: 'nowhere' }, 404, 'unknownWorkstream'],
  ] as const) {
    const answer = await post(body);
    assert.equal(answer.status, status);
    assert.match(answer.headers.get('content-type') ?? '', /application\/problem\+json/);
    const problem = (await answer.json()) as Record<string, unknown>;
    assert.deepEqual(Object.keys(problem).toSorted(), ['detail', 'refusal', 'status', 'title', 'type']);
    assert.equal(problem['refusal'], refusal);
  }
});

test('a server without a tenant for chats has nothing at this address', async (t) => {
  const { post } = await start(t, undefined);
  assert.equal((await post({})).status, 404);
});

test('[R2] who a customer is comes from an identity that the site signed; what the page says of itself is a name only', async (t) => {
  const { on, post } = await start(t, 'acme');
  const answered = async (body: object) => {
    const answer = await post(body);
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  };
  const signed = await answered({ identity: 'signed', customer: { name: 'Somebody', locale: 'da' } });
  const c = on.tenant.floor.conversations.get(signed.body['conversation'] ?? '');
  assert.deepEqual(c?.customer, { id: 'k-7', name: 'Marta', locale: 'da' });
  const forged = await answered({ identity: 'forged', customer: { name: 'Marta' } });
  assert.deepEqual([forged.status, forged.body['refusal']], [401, 'unauthenticated']);
  const claimed = await answered({ customer: { name: 'Marta', id: 'k-7' } });
  assert.deepEqual([claimed.status, claimed.body['refusal']], [400, 'malformed']);
  assert.equal(on.tenant.floor.conversations.size, 1);
});
