import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CardJson } from '../../bot/transport/activity.ts';
import type { Sent } from '../../bot/transport/transport.ts';
import { startSite } from '../support/site.ts';
import { actionsOf, clickOn, objects, startTeams, textOf, type Script } from '../support/teams.ts';

const unknown: Sent = { how: 'unknown' };

test('[P4] with every activity delivered twice and every third post answered 502 no line is shown twice and none is lost silently', async (t) => {
  const site = await startSite();
  const script: Script = Array.from({ length: 300 }, (_, i) => (i % 3 === 2 ? unknown : 'sent'));
  const teams = await startTeams(site, { script });
  t.after(async () => {
    await teams.close();
    await site.close();
  });
  const twice = async (who: keyof typeof objects, more: object): Promise<CardJson> => {
    const one = teams.activity(who, more);
    const isInvoke = 'value' in more;
    // The service repeats an invoke under an id of its own.
    const [first, second] = await Promise.all([
      teams.send(one),
      teams.send(isInvoke ? { ...one, id: `${String(one['id'])}b` } : one),
    ]);
    assert.deepEqual([first.status, second.status], [200, 200]);
    if (isInvoke) assert.deepEqual(second.body, first.body);
    return (first.body as { value?: CardJson } | null)?.value ?? {};
  };
  const say = (text: string): Promise<CardJson> => twice('ines', { type: 'message', text });
  const click = (card: CardJson, title: string, inputs: object = {}): Promise<CardJson> =>
    twice('ines', clickOn(card, title, inputs));

  const id = await site.open({ customer: { name: 'Mara' } });
  const supervisor = await site.token('supervisor', 'jonas');
  await site.call(supervisor, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } });
  await site.call(await site.token('agent', 'ana'), 'POST', `/v1/conversations/${id}/accept`, { body: {} });
  await say('floor');
  await say('watch 1');
  const crm = await site.token('integration', 'crm');
  for (let n = 1; n <= 60; n++) {
    const body = { id: `m${n}`, text: `customer line ${n}.`, plane: 'public', from: { customer: {} } };
    await site.call(crm, 'POST', `/v1/conversations/${id}/messages`, { body });
    if (n === 30) {
      await teams.until(
        () =>
          teams.bot.watches.of({ tenant: '11111111-1111-1111-1111-111111111111', object: objects.ines })?.detail !==
          undefined,
      );
      await say('join');
      await say('a note to the agent');
    }
    if (n % 5 === 0)
      await teams.until(
        (
          (seen) => () =>
            teams.shown.length > seen || seen > 40
        )(teams.shown.length),
      );
  }
  await teams.until(() => teams.shown.some(({ activity }) => textOf(activity).includes('Write to the customer…')));
  await click(teams.cardOf('ines', 'Write to the customer…'), 'Write to the customer…');
  await teams.until(() => teams.shown.some(({ activity }) => textOf(activity).includes('Send to customer')));
  const compose = teams.cardOf('ines', 'Send to customer');
  await click(compose, 'Send to customer', { text: 'a word to the customer' });
  await teams.until(() => {
    const last = teams.shown.map(({ activity }) => textOf(activity)).join('\n');
    return last.includes('customer line 60.') && last.includes('a word to the customer');
  });
  // The card in place says what is doubtful, at the latest with its next edit.
  const place = teams.shown[0]?.place;
  assert.ok(place);
  const doubt = teams.bot.outbox.doubtOf(place);
  await teams.until(() =>
    teams.shown.some(({ activity }) => textOf(activity).includes(`Delivery unknown: ${doubt.count}.`)),
  );

  const posts = teams.shown
    .filter(({ activity }) => actionsOf(activity).length === 0)
    .map(({ activity }) => textOf(activity));
  const count = (line: string): number => posts.filter((post) => post.includes(line)).length;
  for (let n = 1; n <= 60; n++) assert.equal(count(`customer line ${n}.`), 1, `line ${n}`);
  assert.equal(count('a note to the agent'), 1);
  assert.ok(doubt.count > 0);
  // Every line whose result nobody knows stands in the supervisors' panels, and no other does.
  const unsure = teams.shown.flatMap(({ activity, answered }) => (answered === unknown ? [textOf(activity)] : []));
  const lost = Array.from({ length: 60 }, (_, i) => i + 1).filter((n) =>
    unsure.some((text) => text.includes(`customer line ${n}.`)),
  );
  assert.ok(lost.length > 0);
  const undelivered = async (): Promise<readonly string[]> => {
    const { body } = await site.call(supervisor, 'GET', `/v1/conversations/${id}`);
    return (body['undelivered'] as { id: string; entries: string[] }[]).flatMap((one) =>
      one.id === 'ines' ? one.entries : [],
    );
  };
  const shown = (await undelivered()).filter((entry) => /^m\d+$/u.test(entry));
  assert.deepEqual(
    shown,
    lost.map((n) => `m${n}`),
  );
  const { body } = await site.call(supervisor, 'GET', `/v1/conversations/${id}/messages`);
  const texts = (body.items ?? []).filter(({ type }) => type === 'message').map(({ text }) => String(text));
  assert.deepEqual(texts.filter((text) => text.startsWith('a ')).toSorted(), [
    'a note to the agent',
    'a word to the customer',
  ]);
  assert.equal(texts.length, 62);
});

test('a restart goes on where it stood: no line twice, none lost, and who had joined has', async (t) => {
  const site = await startSite();
  const teams = await startTeams(site);
  t.after(async () => {
    await teams.close();
    await site.close();
  });
  const id = await site.open({ customer: { name: 'Mara' } });
  const supervisor = await site.token('supervisor', 'jonas');
  await site.call(supervisor, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } });
  await site.call(await site.token('agent', 'ana'), 'POST', `/v1/conversations/${id}/accept`, { body: {} });
  const crm = await site.token('integration', 'crm');
  const said = async (n: number): Promise<void> => {
    const body = { id: `m${n}`, text: `line ${n}.`, plane: 'public', from: { customer: {} } };
    await site.call(crm, 'POST', `/v1/conversations/${id}/messages`, { body });
  };
  const all = (): string =>
    teams.shown
      .filter(({ activity }) => actionsOf(activity).length === 0)
      .map(({ activity }) => textOf(activity))
      .join('\n');
  await said(1);
  await teams.say('ines', 'floor');
  await teams.say('ines', 'join 1');
  await teams.until(() => all().includes('line 1.') && all().includes('joined as a consultant'));
  await teams.restart();
  await said(2);
  await teams.say('ines', 'still here');
  await teams.until(() => all().includes('line 2.') && all().includes('still here'));
  for (const line of ['line 1.', 'line 2.', 'still here']) assert.equal(all().split(line).length, 2, line);
});
