import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Site } from '../../support/site.ts';
import { startTeams, textOf, type Teams } from '../../support/teams.ts';

let site: Site;
let teams: Teams;
before(async () => {
  site = await startSite();
  teams = await startTeams(site);
});
after(async () => {
  await teams.close();
  await site.close();
});

interface Task {
  readonly task: {
    readonly type: string;
    readonly value: string | { readonly card: { readonly content: Record<string, unknown> } };
  };
}
const invoke = async (name: string, value: object, from?: object): Promise<Task['task']> =>
  ((await teams.send(teams.activity('ines', { type: 'invoke', name, value, ...from }))).body as Task).task;
/** The data of a button of the dialog's card. */
function dataOf(task: Task['task'], title: string): object {
  assert.ok(typeof task.value === 'object', JSON.stringify(task));
  const actions = task.value.card.content['actions'] as readonly { readonly title: string; readonly data: object }[];
  const found = actions.find((action) => action.title === title);
  assert.ok(found, JSON.stringify(actions));
  return found.data;
}

test('[A7] an action of the message box assigns: which conversation, to whom, what it would do, then doing it, once', async () => {
  const id = await site.open({ customer: { name: 'Dialog Dora' } });
  const name = 'composeExtension/submitAction';
  const first = await invoke('composeExtension/fetchTask', { commandId: 'assign' });
  assert.match(textOf(first), /Dialog Dora/u);
  const form = await invoke(name, { commandId: 'assign', data: { ...dataOf(first, 'Next'), conversation: id } });
  const tried = await invoke(name, { data: { ...dataOf(form, 'What would it do?'), target: 'agent:ana', reason: '' } });
  assert.match(textOf(tried), /would then hold/u);
  assert.equal(
    (await site.call(await site.token('supervisor', 'jonas'), 'GET', `/v1/conversations/${id}`)).body['state'],
    'open',
  );
  const now = { data: dataOf(tried, 'Assign now') };
  assert.match(JSON.stringify(await invoke(name, now)), /"value":"Done/u);
  await invoke(name, now);
  const { body } = await site.call(await site.token('administrator', 'ada'), 'GET', `/v1/audit?about=${id}&limit=1000`);
  assert.equal(body.items?.filter(({ what }) => what === 'ConversationOffered').length, 1);
});

test('typing finds who can take it, at most fifteen, and nobody for a guest or a made-up list', async () => {
  const id = await site.open({ customer: { name: 'Typed Tom' } });
  const search = async (
    value: object,
    more: object = {},
  ): Promise<readonly { readonly title: string; readonly value: string }[]> => {
    const { body } = await teams.send(
      teams.activity('ines', { type: 'invoke', name: 'application/search', value, ...more }),
    );
    return (body as { value: { results: readonly { title: string; value: string }[] } }).value.results;
  };
  const dataset = `assign:${id}`;
  assert.ok((await search({ queryText: 'ana', dataset })).some(({ value }) => value === 'agent:ana'));
  assert.deepEqual(await search({ queryText: 'nobody-like-that', dataset }), []);
  assert.deepEqual(await search({ queryText: '', dataset: 'assign:../x' }), []);
  assert.deepEqual(await search({ queryText: 'ana', dataset }, { from: { id: '29:guest' } }), []);
});
