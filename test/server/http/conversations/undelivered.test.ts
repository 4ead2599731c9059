import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Site } from '../../../support/site.ts';

let site: Site;
before(async () => void (site = await startSite()));
after(() => site.close());

test('[M7] what a supervisor may not have been shown in Teams stands on supervisors’ panels, not on the agent’s', async () => {
  const [ines, jonas] = [await site.token('supervisor', 'ines'), await site.token('supervisor', 'jonas')];
  const ana = await site.token('agent', 'ana');
  const id = await site.open();
  await site.call(jonas, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } });
  await site.call(ana, 'POST', `/v1/conversations/${id}/accept`, { body: {} });
  const say = (entries: readonly string[], token = ines) =>
    site.call(token, 'PUT', `/v1/conversations/${id}/undelivered`, { body: { entries } });
  const seen = async (token: string): Promise<unknown> =>
    (await site.call(token, 'GET', `/v1/conversations/${id}`)).body['undelivered'];
  await site.call(ines, 'POST', `/v1/conversations/${id}/monitor`, { body: {} });
  assert.equal((await say(['m1', 'n2'])).status, 200);
  const expected = [{ id: 'ines', name: 'Ines', entries: ['m1', 'n2'] }];
  assert.deepEqual([await seen(ines), await seen(jonas), await seen(ana)], [expected, expected, null]);
  // Whoever does not watch has nothing to say.
  assert.equal((await say(['m1'], jonas)).status, 200);
  assert.deepEqual(await seen(jonas), expected);
  assert.equal((await say(['m1'], await site.token('integration', 'crm'))).body['refusal'], 'role');
  await site.call(ines, 'POST', `/v1/conversations/${id}/unmonitor`, { body: {} });
  assert.deepEqual(await seen(jonas), []);
});
