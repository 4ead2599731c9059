// The ceiling of a command by HTTP: node:http alone, with the same check of the token, the same schema, and the same call
// of the store with a commit of the same size. It decides nothing, folds nothing and tells nobody. It checks each request's
// token, as whoever wires a library in does; with REMEMBER=1 it remembers what it has checked, as the product does.
import { createServer } from 'node:http';
import { isRefusal } from '@floorwalk/core';
import { http, parse } from '@floorwalk/core/protocol';
import { digestOf, rememberChecks } from '../../server/auth/checked-tokens.ts';
import { createDemoIssuer } from '../../server/auth/demo-issuer.ts';
import { groupCommits, StoreBusy } from '../../server/store/group-commits.ts';
import { openRedisStore } from '../../server/store/redis/index.ts';
import type { Commit } from '../../server/store/store.ts';

const TENANT = 'demo';
const store = await openRedisStore({
  url: process.env['REDIS_URL'] ?? '',
  onError: (cause) => {
    throw cause;
  },
});
const { position } = await store.snapshot(TENANT);
const commits = groupCommits(store);
const issuer = await createDemoIssuer(Date.now);
const token = await issuer.issue('ana', 'agent');
const remembered = rememberChecks(issuer, Date.now);
const check = (one: string) => (process.env['REMEMBER'] === '1' ? remembered(one, digestOf(one)) : issuer.verify(one));
/** What a conversation weighs. */
const state = JSON.stringify({ text: 'x'.repeat(Number(process.env['STATE'])) });
const versions = new Map<string, number>();

const server = createServer((req, res) => {
  const parts: Buffer[] = [];
  req.on('data', (part: Buffer) => parts.push(part));
  req.on('end', () => {
    answer(req.url ?? '', req.headers.authorization ?? '', Buffer.concat(parts)).then(
      ([status, text]) => {
        res.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
        res.end(text);
      },
      (cause: unknown) => {
        if (cause instanceof StoreBusy) res.writeHead(503, { 'content-length': 0 }).end();
        else res.destroy();
      },
    );
  });
});

async function answer(url: string, authorization: string, body: Buffer): Promise<[number, string]> {
  const claims = await check(authorization.slice('Bearer '.length));
  if (isRefusal(claims)) return [401, '{}'];
  const said = parse(http.sayBody, JSON.parse(body.toString()));
  if (!said.ok) return [400, '{}'];
  const id = url.split('/')[3] ?? '';
  const version = versions.get(id) ?? 0;
  const { outcome } = await commits.enqueue(TENANT, commitOf(id, version, said.value));
  versions.set(id, version + 1);
  return outcome === 'committed'
    ? [201, JSON.stringify({ id, version: version + 1, message: said.value.id })]
    : [409, '{}'];
}

function commitOf(id: string, version: number, message: { readonly id: string; readonly text: string }): Commit {
  const event = { type: 'MessageAdded', at: Date.now(), plane: 'public', message: { ...message, at: Date.now() } };
  return {
    commandId: `say ${id} public ${message.id}`,
    epoch: position.epoch,
    expect: [{ family: 'conversation', id, version, state }],
    ledger: [],
    append: [{ conversation: id, plane: 'public', body: JSON.stringify(event.message) }],
    floor: JSON.stringify({ changes: [{ of: 'conversation', id, version: version + 1, events: [event] }] }),
    audit: [],
    answer: JSON.stringify({ id, version: version + 1 }),
  };
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.stdout.write(`port ${address.port} ${token}\n`);
});
