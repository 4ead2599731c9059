import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close } from '@floorwalk/core/protocol';
import { readConfig } from '../../server/config.ts';
import { silentLogger } from '../../server/log.ts';
import { startServer, type Running } from '../../server/start-server.ts';
import { startRedis, type OwnRedis } from '../support/redis.ts';
import { Client } from './live/support/client.ts';

/** How long a withdrawn right may still work anywhere (R3). */
const WITHDRAWN_WITHIN_MS = 5_000;

let redis: OwnRedis;
const servers: Running[] = [];
before(async () => {
  redis = await startRedis();
  const env = { FLOORWALK_DEMO: '1', PORT: '0', REDIS_URL: redis.url };
  for (let n = 0; n < 2; n++) servers.push(await startServer(readConfig(env), { log: silentLogger }));
});
after(async () => {
  for (const server of servers) await server.close();
  await redis.close();
});

async function tokenOf({ url }: Running, role: string, user: string): Promise<string> {
  const body = JSON.stringify({ role, user });
  const headers = { 'content-type': 'application/json' };
  const issued = await fetch(`${url}/demo/token`, { method: 'POST', headers, body });
  return ((await issued.json()) as { token: string }).token;
}

/** A supervisor on the second server who monitors a conversation; and what the administrator changes on the first. */
async function watching(supervisor: string) {
  const [one, other] = servers;
  assert.ok(one && other);
  const administrator = await tokenOf(one, 'administrator', 'root');
  const integration = await tokenOf(one, 'integration', 'crm');
  const send = async (method: string, path: string, token: string, body: object) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const answer = await fetch(`${one.url}/v1/${path}`, { method, headers, body: JSON.stringify(body) });
    assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.text()}`);
  };
  const client = await new Client(`${other.url.replace('http', 'ws')}/v1/live`).opened();
  client.send({ type: 'hello', version: 1, token: await tokenOf(other, 'supervisor', supervisor) });
  await client.next(({ type }) => type === 'welcome');
  const id = `talk-${supervisor}`;
  const agent = await tokenOf(one, 'agent', `agent-${supervisor}`);
  const opened = { id, workstream: 'live-chat', customer: { name: 'Mara' } };
  await send('POST', 'conversations', integration, opened);
  const desk = await new Client(`${one.url.replace('http', 'ws')}/v1/live`).opened();
  desk.send({ type: 'hello', version: 1, token: agent, desk: true });
  await desk.next(({ type }) => type === 'welcome');
  desk.send({ type: 'subscribe', id: 'desk', topic: { kind: 'desk' } });
  await desk.next(({ type }) => type === 'desk');
  await send('PUT', `agents/agent-${supervisor}/presence`, agent, { presence: 'available' });
  const boss = await tokenOf(one, 'supervisor', 'boss');
  await send('POST', `conversations/${id}/assign`, boss, {
    agent: `agent-${supervisor}`,
    override: { reason: 'a test' },
  });
  await send('POST', `conversations/${id}/accept`, agent, {});
  client.send({ type: 'subscribe', id: 'c', topic: { kind: 'conversation', conversation: id } });
  await client.next(({ type }) => type === 'conversation');
  return {
    client,
    put: (path: string, body: object) => send('PUT', `directory/${path}`, administrator, body),
    end: () => desk.ws.close(),
  };
}

async function within<T>(what: Promise<T>): Promise<T> {
  const since = performance.now();
  const result = await what;
  assert.ok(performance.now() - since < WITHDRAWN_WITHIN_MS);
  return result;
}

test('[R3] a switch turned off on one server ends what it allowed on another', async () => {
  const { client, put, end } = await watching('ines');
  const ended = client.next(({ type }) => type === 'ended');
  await put('switches', { monitor: false });
  assert.equal((await within(ended))['id'], 'c');
  await put('switches', { monitor: true });
  client.ws.close();
  end();
});

test('[R3] a person disabled on one server is disconnected from another', async () => {
  const { client, put, end } = await watching('jonas');
  await put('people/jonas', { name: 'Jonas', roles: ['supervisor'], scope: 'all', disabled: true });
  assert.equal((await within(client.closed)).code, close.withdrawn.code);
  end();
});
