import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startConnector } from '../support/connector.ts';
import { startSite } from '../support/site.ts';
import { actionsOf, clickOn, startTeams, textOf } from '../support/teams.ts';

test('[P4] with the SDK itself, every activity delivered twice and every third request answered 502, no line is posted twice and each is shown or said to be doubtful', async (t) => {
  const connector = await startConnector();
  const site = await startSite();
  const teams = await startTeams(site, { serviceUrl: connector.serviceUrl });
  t.after(async () => {
    await teams.close();
    await site.close();
    await connector.close();
  });
  let posts = 0;
  const failed = new Set<object>();
  connector.answer = (request) => {
    if (request.method === 'POST' && ++posts % 3 === 0) {
      failed.add(request.body);
      return { status: 502 };
    }
    return 'ok';
  };
  const texts = (): readonly string[] =>
    connector.arrived.filter(({ body }) => actionsOf(body).length === 0).map(({ body }) => textOf(body));
  const supervisor = await site.token('supervisor', 'jonas');
  const look = () => site.call(supervisor, 'GET', '/v1/floor');
  /** Real requests go out between the steps of the clock. */
  const until = async (isSo: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 1_500 && !isSo(); turn++) {
      await look();
      teams.clock.pass(250);
    }
    assert.ok(isSo(), texts().join('\n'));
  };
  const twice = async (more: object): Promise<void> => {
    const one = teams.activity('ines', more);
    const two = 'value' in more ? { ...one, id: `${String(one['id'])}b` } : one;
    const [first, second] = await Promise.all([teams.send(one), teams.send(two)]);
    assert.deepEqual([first.status, second.status], [200, 200]);
    if ('value' in more) assert.deepEqual(second.body, first.body);
  };
  const id = await site.open({ customer: { name: 'Mara' } });
  await site.call(supervisor, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } });
  await site.call(await site.token('agent', 'ana'), 'POST', `/v1/conversations/${id}/accept`, { body: {} });
  await twice({ type: 'message', text: 'floor' });
  await until(() => connector.arrived.length > 0);
  const floor = connector.arrived.find(({ body }) => textOf(body).includes('Watch 1'));
  const [attachment] = (floor?.body['attachments'] ?? []) as { content: Record<string, unknown> }[];
  assert.ok(attachment);
  await twice(clickOn(attachment.content, 'Watch 1'));
  const crm = await site.token('integration', 'crm');
  for (let n = 1; n <= 30; n++) {
    const body = { id: `m${n}`, text: `customer line ${n}.`, plane: 'public', from: { customer: {} } };
    await site.call(crm, 'POST', `/v1/conversations/${id}/messages`, { body });
    if (n % 3 === 0) teams.clock.pass(2_500);
    await look();
  }
  await until(() => texts().some((text) => text.includes('customer line 30.')));
  const doubted = async (): Promise<readonly string[]> => {
    const { body } = await site.call(supervisor, 'GET', `/v1/conversations/${id}`);
    return (body['undelivered'] as { entries: string[] }[]).flatMap(({ entries }) => entries);
  };
  const lost = Array.from({ length: 30 }, (_, i) => i + 1).filter((n) =>
    [...failed].some((body) => textOf(body).includes(`customer line ${n}.`)),
  );
  for (let turn = 0; turn < 300 && (await doubted()).length < lost.length; turn++) teams.clock.pass(250);
  for (let n = 1; n <= 30; n++)
    assert.equal(texts().filter((text) => text.includes(`customer line ${n}.`)).length, 1, `line ${n}`);
  assert.ok(lost.length > 0);
  const entries = await doubted();
  for (const n of lost) assert.ok(entries.includes(`m${n}`), `line ${n}`);
  const edits = (): string => connector.arrived.map(({ body }) => textOf(body)).join('\n');
  await until(() => edits().includes('Delivery unknown: '));
});
