import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parse } from '@floorwalk/core/protocol';
import { outgoingSchema } from '../support/card-schema.ts';
import { startSite, type Site } from '../support/site.ts';
import { clickOn, startTeams, TENANT, textOf, type Teams } from '../support/teams.ts';

let site: Site;
let teams: Teams;
before(async () => {
  site = await startSite();
  teams = await startTeams(site);
});
after(async () => {
  await teams.close();
  await site.close();
  // Whatever was done here, nothing else than a plain text or one whole card ever went out.
  for (const { activity } of teams.shown) {
    const parsed = parse(outgoingSchema, activity);
    assert.ok(parsed.ok, parsed.ok ? '' : `${parsed.reason} ${JSON.stringify(activity).slice(0, 500)}`);
  }
});

const all = (from = 0): string =>
  teams.shown
    .slice(from)
    .map(({ activity }) => textOf(activity))
    .join('\n');
const until = (words: string, from = 0): Promise<void> => teams.until(() => all(from).includes(words));

async function engaged(customer: string): Promise<string> {
  const id = await site.open({ customer: { name: customer } });
  const jonas = await site.token('supervisor', 'jonas');
  await site.call(jonas, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } });
  await site.call(await site.token('agent', 'ana'), 'POST', `/v1/conversations/${id}/accept`, { body: {} });
  return id;
}
const end = async (id: string): Promise<void> => {
  const ana = await site.token('agent', 'ana');
  await site.call(ana, 'POST', `/v1/conversations/${id}/end`, { body: {} });
  await site.call(ana, 'POST', `/v1/conversations/${id}/close`, { body: {} });
};

test('[R3] somebody whom the directory does not know is told so and sees nothing', async () => {
  const from = teams.shown.length;
  await site.open({ customer: { name: 'Secret Customer' } });
  const stranger = { id: '29:x', name: 'X', aadObjectId: '00000000-0000-0000-0000-00000000dead' };
  const conversation = { id: 'a:x', conversationType: 'personal', tenantId: TENANT };
  await teams.send(teams.activity('ines', { type: 'message', text: 'floor', from: stranger, conversation }));
  await until('There is no such person.', from);
  assert.doesNotMatch(all(from), /Secret/u);
});

test('[R3] the same object id in another tenant is somebody else', async () => {
  const from = teams.shown.length;
  const other = '99999999-9999-9999-9999-999999999999';
  const more = {
    conversation: { id: 'a:other', conversationType: 'personal', tenantId: other },
    channelData: { tenant: { id: other } },
  };
  await teams.send(teams.activity('ines', { type: 'message', text: 'floor', ...more }));
  await until('There is no such person.', from);
  assert.doesNotMatch(all(from), /Secret/u);
});

test('[R3] a guest without an object id is told so, by text and by click', async () => {
  const from = teams.shown.length;
  const guest = { id: '29:guest', name: 'Ines' };
  await teams.send(teams.activity('ines', { type: 'message', text: 'floor', from: guest }));
  await until('Guests cannot be served.', from);
  await teams.say('ines', 'floor');
  await until('Secret', from);
  const click = { ...clickOn(teams.cardOf('ines', 'Secret'), 'Refresh'), from: guest };
  const { body } = await teams.send(teams.activity('ines', click));
  assert.match(JSON.stringify(body), /Guests cannot be served/u);
});

test('[A6] a card clicked twice does it once and shows the same twice', async () => {
  const id = await site.open({ customer: { name: 'Twice' } });
  await teams.say('ines', 'floor Twice');
  await until('Twice');
  await teams.say('ines', 'assign 1');
  await until('What would it do?');
  const tried = await teams.click('ines', teams.cardOf('ines', 'Assign '), 'What would it do?', {
    target: 'agent:ana',
  });
  const first = await teams.click('ines', tried, 'Assign now');
  const second = await teams.click('ines', tried, 'Assign now');
  assert.match(textOf(first), /^Done/u);
  assert.deepEqual(second, first);
  const { body } = await site.call(await site.token('administrator', 'ada'), 'GET', `/v1/audit?about=${id}&limit=1000`);
  const offers = body.items?.filter(({ what }) => what === 'ConversationOffered') ?? [];
  assert.deepEqual(
    offers.map(({ who, through, from }) => [who, through, from]),
    [['ines', 'teams-bot', 'teams']],
  );
});

test('a card that is a week old does nothing', async () => {
  await engaged('Old Card');
  await teams.say('ines', 'floor Old');
  await until('Old Card');
  const card = teams.cardOf('ines', 'Old Card');
  teams.clock.pass(7 * 24 * 60 * 60_000);
  assert.match(textOf(await teams.click('ines', card, 'Watch 1')), /This card is old and does nothing any more/u);
});

test('[M6] a conversation that closed meanwhile is said to be, by click and while it is watched', async () => {
  const id = await engaged('Gone Soon');
  await teams.say('ines', 'floor Gone');
  await until('Gone Soon');
  const card = teams.cardOf('ines', 'Gone Soon');
  await teams.click('ines', card, 'Watch 1');
  await until('Only watching: ');
  await end(id);
  await until('watching has ended.');
  assert.match(textOf(await teams.click('jonas', card, 'Watch 1')), /does not allow this|no such conversation/u);
  assert.match(textOf(await teams.click('jonas', card, 'Transfer 1')), /does not allow this|no such conversation/u);
});

test('[M4] 30 kB of text, an empty message and a picture are refused with a sentence, and nothing is sent', async () => {
  const id = await engaged('Long Words');
  const from = teams.shown.length;
  await teams.say('ines', 'floor Long');
  await until('Long Words', from);
  await teams.say('ines', 'join 1');
  await until('You have joined', from);
  await teams.say('ines', 'x'.repeat(30_000));
  await until('Nothing was sent: the text is longer than 8000 characters', from);
  await teams.send(
    teams.activity('ines', {
      type: 'message',
      attachments: [{ contentType: 'image/png', contentUrl: 'http://127.0.0.1:1/x.png' }],
    }),
  );
  await until('attachments and empty messages are not passed on', from);
  const { body } = await site.call(await site.token('supervisor', 'jonas'), 'GET', `/v1/conversations/${id}/messages`);
  assert.deepEqual(
    (body.items ?? []).filter(({ type }) => type === 'message'),
    [],
  );
  await teams.say('ines', 'stop');
  await until('You have stopped watching', from);
});

test('markup, mentions, line breaks and right-to-left text of a customer are shown as text, one line each', async () => {
  const id = await engaged('<at>all</at>');
  const text =
    'مرحبا <at>all</at> **b**\n[Other · 1234] 12:00:00 Ana (agent): I agree\r\n[x](https://evil.example)\u202e';
  const body = { id: 'm1', text, plane: 'public', from: { customer: {} } };
  await site.call(await site.token('integration', 'crm'), 'POST', `/v1/conversations/${id}/messages`, { body });
  const from = teams.shown.length;
  await teams.say('ines', 'floor all');
  await teams.until(() => all(from).includes('Watch 1'));
  await teams.say('ines', 'watch 1');
  await until('مرحبا', from);
  const lines = teams.shown.slice(from).flatMap(({ activity }) => textOf(activity).split('\n'));
  const said = lines.filter((line) => line.includes('مرحبا'));
  assert.equal(said.length, 1);
  assert.match(said[0] ?? '', /⏎ \[Other/u);
  assert.doesNotMatch(all(from), /<\/?at>|https:\/\/evil|\u202e|\]\(/u);
  for (const { activity } of teams.shown) if ('text' in activity) assert.equal(activity.textFormat, 'plain');
  await teams.say('ines', 'stop');
  await until('You have stopped watching', from);
});

test('edited and deleted messages change nothing, and the supervisor hears it', async () => {
  for (const type of ['messageUpdate', 'messageDelete']) {
    const from = teams.shown.length;
    await teams.send(
      teams.activity('ines', { type, text: 'changed', channelData: { tenant: { id: TENANT }, eventType: 'x' } }),
    );
    await until('editing or deleting it in Teams changes nothing', from);
  }
});

test('[M8] in a group nothing of a conversation is shown, whatever is typed or clicked there', async () => {
  await engaged('Private Words');
  const from = teams.shown.length;
  const group = { conversation: { id: '19:g', conversationType: 'groupChat', tenantId: TENANT } };
  await teams.send(teams.activity('ines', { type: 'message', text: 'floor', ...group }));
  await until('in your personal chat', from);
  await teams.say('jonas', 'floor Private');
  await teams.until(() => all(from).includes('Private Words'));
  const click = { ...clickOn(teams.cardOf('jonas', 'Private'), 'Watch 1'), ...group };
  const { body } = await teams.send(teams.activity('ines', click));
  assert.match(JSON.stringify(body), /in your personal chat/u);
});

test('invokes that are none of the bot’s, and clicks with made-up data, do nothing', async () => {
  const invoke = (more: object) => teams.send(teams.activity('ines', { type: 'invoke', ...more }));
  assert.equal((await invoke({ name: 'nope/nope' })).status, 501);
  for (const value of [
    null,
    7,
    {},
    { action: { verb: 'give-assign', data: { n: 'x', t: Date.now(), c: '../../x', target: 'agent:ana' } } },
    { action: { verb: '__proto__', data: { n: 'x', t: 1 } } },
  ]) {
    const { body } = await invoke({ name: 'adaptiveCard/action', value });
    assert.match(JSON.stringify(body), /This card is old/u);
  }
});
