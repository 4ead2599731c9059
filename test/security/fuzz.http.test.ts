import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '../server/live/support/seeded.ts';
import { operationsOf, type OpenApi, type Operation } from './support/corpus.ts';
import { storeNames } from './support/house.ts';
import { mutate, nastyTexts, pick, scramble, type Random } from './support/mutate.ts';
import { openTarget, type Target } from './support/target.ts';
import { openWire, type RawAsk } from './support/wire.ts';

// `npm run test:fuzz` sends many more; FUZZ_SEED names where they begin.
const rounds = Number(process.env['FUZZ'] ?? 600);
const first = Number(process.env['FUZZ_SEED'] ?? 1);

for (const store of storeNames)
  test(`${rounds} mutated requests to every operation of the OpenAPI document are answered below 500, on ${store}`, async (t) => {
    const target = await openTarget({ store });
    const wire = openWire(target.house.url);
    t.after(async () => {
      wire.close();
      await target.close();
    });
    const { json } = await target.house.call(undefined, 'GET', '/openapi.json');
    const operations = operationsOf(json as unknown as OpenApi);
    assert.ok(operations.length > 40);
    const counts = new Map<number, number>();
    for (let seed = first; seed < first + rounds; seed++) {
      const random = seeded(seed);
      const asked = await anyRequest(pick(random, operations), random, target);
      const { status, text } = await wire.ask(asked);
      const told = `seed ${seed}: ${asked.method} ${asked.path.slice(0, 300)} → ${status} ${text.slice(0, 500)}`;
      assert.ok(status < 500, told);
      target.examine(text, told);
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    await target.stillWorks();
    for (const status of [200, 400])
      assert.ok((counts.get(status) ?? 0) > rounds / 50, `${status}: ${counts.get(status)}`);
    t.diagnostic(`${rounds} requests on ${store}: ${JSON.stringify(Object.fromEntries(counts))}`);
  });

async function anyRequest(operation: Operation, random: Random, target: Target): Promise<RawAsk> {
  const { words } = target;
  const word = (): string => (random() < 0.8 ? pick(random, words) : inAddress(pick(random, nastyTexts)));
  const path = operation.path.replaceAll(/\{\w+\}/gu, word);
  const asked = operation.queries.filter(() => random() < 0.4);
  const extra = random() < 0.1 ? ['__proto__[x]', 'a[]', ''] : [];
  const query = [...asked, ...extra].map((name) => `${inAddress(name)}=${valueOf(name, random, word)}`);
  const valid = operation.body(random, words);
  const body = valid === undefined || random() < 0.3 ? valid : mutate(valid, random);
  const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const sent = bytes && random() < 0.15 ? scramble(bytes, random) : bytes;
  return {
    method:
      random() < 0.05 ? pick(random, ['PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND']) : operation.method,
    path: `${path}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    headers: {
      ...(sent && { 'content-type': random() < 0.9 ? 'application/json' : pick(random, types) }),
      ...(sent && { 'content-length': String(sent.length) }),
      ...(await target.authorization(random)),
      ...(random() < 0.3 && { 'idempotency-key': inHeader(random() < 0.5 ? 'same' : word()) }),
      ...(random() < 0.1 && { 'floorwalk-on-behalf-of': inHeader(word()) }),
      ...(random() < 0.05 && { 'x-forwarded-for': inHeader(word()), host: inHeader(word()).slice(0, 200) }),
      ...(random() < 0.05 && { 'content-encoding': 'gzip' }),
    },
    ...(sent && { body: sent }),
  };
}

const types = [
  'text/plain',
  'application/json; charset=utf-16',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  ';',
];

const valueOf = (name: string, random: Random, word: () => string): string =>
  name === 'wait'
    ? '0'
    : random() < 0.3
      ? pick(random, ['1', '0', '-1', '1e9', 'NaN', '1,2', 'all', 'open', 'attention'])
      : word();

/** Percent-encoded, but for what is a broken escape on purpose. */
const inAddress = (text: string): string =>
  text.includes('%') ? text.replaceAll(/[^\x21-\x7e]/gu, '') : encodeURIComponent(text.toWellFormed()).slice(0, 6_000);
const inHeader = (text: string): string => text.replaceAll(/[^\x20-\x7e]/gu, '?').slice(0, 2_000);
