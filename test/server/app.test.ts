import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { startSite } from '../support/site.ts';

const production = { FLOORWALK_ORIGINS: 'https://crm.example' };

test('pages of the origins allowed may call, others get no leave, and nobody cookies', async () => {
  const site = await startSite({ env: production });
  try {
    const ask = (origin: string) =>
      site.call(undefined, 'OPTIONS', '/v1/floor', { headers: { origin, 'access-control-request-method': 'GET' } });
    const good = await ask('https://crm.example');
    assert.equal(good.headers.get('access-control-allow-origin'), 'https://crm.example');
    assert.match(good.headers.get('access-control-allow-headers') ?? '', /Authorization/u);
    assert.equal(good.headers.get('access-control-allow-credentials'), null);
    assert.equal((await ask('https://evil.example')).headers.get('access-control-allow-origin'), null);
    assert.equal(good.headers.get('set-cookie'), null);
  } finally {
    await site.close();
  }
});

test('answers carry strict headers and do not say what they run on', async () => {
  const site = await startSite();
  try {
    const { headers } = await site.call(undefined, 'GET', '/healthz');
    assert.equal(headers.get('x-powered-by'), null);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    const policy = headers.get('content-security-policy') ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "require-trusted-types-for 'script'",
    ])
      assert.ok(policy.split(';').includes(rule), policy);
    assert.doesNotMatch(policy, /unsafe|\*|https?:/u);
  } finally {
    await site.close();
  }
});

test('who may show our pages in a frame is the operator’s to say: this server only, nobody, or the origins named', async () => {
  const cases = [
    ['', "frame-ancestors 'self'", 'SAMEORIGIN'],
    ['none', "frame-ancestors 'none'", 'DENY'],
    [
      'https://teams.microsoft.com, https://*.office.com',
      'frame-ancestors https://teams.microsoft.com https://*.office.com',
      null,
    ],
  ] as const;
  for (const [setting, rule, older] of cases) {
    const site = await startSite({ env: { FLOORWALK_FRAME_ANCESTORS: setting } });
    try {
      const { headers } = await site.call(undefined, 'GET', '/healthz');
      assert.ok((headers.get('content-security-policy') ?? '').split(';').includes(rule), setting);
      assert.equal(headers.get('x-frame-options'), older);
    } finally {
      await site.close();
    }
  }
});

test('made-up tokens and tokens at all share the allowance of their address, and open no new one', async () => {
  const site = await startSite({ env: { FLOORWALK_RATE_LIMIT: '5' } });
  try {
    const statuses: number[] = [];
    for (let n = 0; n < 7; n++) statuses.push((await site.call(`made-up-${n}`, 'GET', '/v1/floor')).status);
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429]);
    const chats: number[] = [];
    for (let n = 0; n < 3; n++) chats.push((await site.call(`made-up-${n}`, 'POST', '/v1/chat', { body: {} })).status);
    assert.deepEqual(chats, [201, 429, 429]);
  } finally {
    await site.close();
  }
});

test('too many requests with one token are refused with when to come back; another token is not touched', async () => {
  const site = await startSite({ env: { FLOORWALK_RATE_LIMIT: '5' } });
  try {
    const one = await site.token('supervisor', 'ines');
    const other = await site.token('supervisor', 'jonas');
    for (let n = 0; n < 5; n++) assert.equal((await site.call(one, 'GET', '/v1/floor')).status, 200);
    const { status, type, body, headers } = await site.call(one, 'GET', '/v1/floor');
    assert.deepEqual([status, body['refusal']], [429, 'tooManyRequests']);
    assert.match(type, /^application\/problem\+json/u);
    assert.ok(Number(headers.get('retry-after')) > 0);
    assert.equal((await site.call(other, 'GET', '/v1/floor')).status, 200);
  } finally {
    await site.close();
  }
});

test('[P1] a customer starts a chat without a token of staff, and their token opens nothing of staff’s', async () => {
  const site = await startSite();
  try {
    const started = await site.call(undefined, 'POST', '/v1/chat', { body: { customer: { name: 'Mara' } } });
    assert.equal(started.status, 201, JSON.stringify(started.body));
    assert.deepEqual(Object.keys(started.body).toSorted(), ['conversation', 'token']);
    const token = String(started.body['token']);
    for (const path of ['/v1/floor', `/v1/conversations/${String(started.body['conversation'])}`])
      assert.equal((await site.call(token, 'GET', path)).status, 401);
    const bad = await site.call(undefined, 'POST', '/v1/chat', { body: { workstream: 'nowhere' } });
    assert.equal(bad.body['refusal'], 'unknownWorkstream');
    assert.doesNotMatch(JSON.stringify(bad.body), /version|winner|state/u);
    const huge = await site.call(undefined, 'POST', '/v1/chat', { body: { subject: 'x'.repeat(100_000) } });
    assert.equal(huge.body['refusal'], 'tooLarge');
  } finally {
    await site.close();
  }
});

test('[R2] a key of another tenant sees nothing of this one and changes nothing in it', async () => {
  const sha256 = createHash('sha256').update('their-key').digest('hex');
  const keys = `them:${sha256}:other:open+say+deliver+agents+read`;
  const site = await startSite({ env: { FLOORWALK_INTEGRATION_KEYS: keys } });
  try {
    const id = await site.open({ context: { type: 'case', id: '1' } });
    const message = { id: 'm', text: 'Hi', plane: 'public', from: { customer: {} } };
    const asks = [
      await site.call('their-key', 'GET', `/v1/conversations/${id}`),
      await site.call('their-key', 'GET', `/v1/conversations/${id}/messages`),
      await site.call('their-key', 'POST', `/v1/conversations/${id}/messages`, { body: message }),
      await site.call('their-key', 'POST', `/v1/conversations/${id}/end`, { body: {} }),
    ];
    for (const { status, body } of asks) assert.deepEqual([status, body['refusal']], [404, 'unknownConversation']);
    assert.equal((await site.call('their-key', 'GET', '/v1/conversations?context=case:1')).body['total'], 0);
    assert.deepEqual((await site.call('their-key', 'GET', '/v1/queues')).body.items, []);
    assert.equal(site.tenant.floor.conversations.get(id)?.state, 'open');
  } finally {
    await site.close();
  }
});
