import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Site } from '../../support/site.ts';

let site: Site;
before(async () => (site = await startSite()));
after(() => site.close());

test('a server is alive and ready, and says what its store is worth', async () => {
  assert.deepEqual((await site.call(undefined, 'GET', '/healthz')).body, { status: 'ok' });
  const { status, body } = await site.call(undefined, 'GET', '/readyz');
  assert.deepEqual([status, body['status'], body['store']], [200, 'ready', 'sqlite']);
  assert.match(String(body['worth']), /survives/u);
});

test('a monitoring system reads counts by route pattern and refusal, no ids among them', async () => {
  const ines = await site.token('supervisor', 'ines');
  await site.call(ines, 'GET', '/v1/conversations/some-secret-id');
  const { body } = await site.call(undefined, 'GET', '/metrics');
  const text = String(body['text']);
  assert.match(text, /floorwalk_http_requests_total\{method="GET",route="\/v1\/conversations\/:id",status="404"\} 1/u);
  assert.match(text, /floorwalk_refusals_total\{refusal="unknownConversation"\} 1/u);
  assert.doesNotMatch(text, /some-secret-id|ines/u);
});
