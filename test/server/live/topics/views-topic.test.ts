import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Client } from '../support/client.ts';
import { customerOf, startLive } from '../support/live.ts';

type Json = Readonly<Record<string, unknown>>;

const follow = (client: Client): Promise<Json> => {
  client.send({ type: 'subscribe', id: 'v', topic: { kind: 'views' } });
  return client.type('views', 'v');
};
const save = (client: Client, view: string, more: object = {}): Promise<Json> => {
  const id = `save-${view}-${JSON.stringify(more).length}`;
  client.send({
    type: 'command',
    id,
    command: { type: 'save-view', view, name: view, shared: false, look: {}, ...more },
  });
  return client.next((message) => message['id'] === id);
};
const names = (message: Json): unknown[] => (message['views'] as readonly { name: string }[]).map(({ name }) => name);

test('[F6] who looks is told at once what others share, and never what they keep', async (t) => {
  const on = await startLive(t);
  const [ines, jonas] = [await on.staff('ines'), await on.staff('jonas')];
  assert.deepEqual(names(await follow(jonas)), []);
  await on.pass(300);
  assert.equal((await save(ines, 'mine'))['type'], 'answer');
  assert.equal((await save(ines, 'ours', { shared: true }))['type'], 'answer');
  assert.deepEqual(names(await jonas.type('views', 'v')), ['ours']);
  assert.ok(!jonas.texts.some((text) => text.includes('mine')));
});

test('[F6] with which view a floor opens is told on all pages of its supervisor', async (t) => {
  const on = await startLive(t);
  const [one, two] = [await on.staff('ines'), await on.staff('ines')];
  await save(one, 'mine');
  assert.equal((await follow(two))['opensWith'], null);
  await on.pass(300);
  one.send({ type: 'command', id: 'o', command: { type: 'open-with', view: 'mine' } });
  assert.equal((await two.type('views', 'v'))['opensWith'], 'mine');
});

test('[A6] [F6] the slower of two who save one view hears who was faster', async (t) => {
  const on = await startLive(t);
  const [ines, jonas] = [await on.staff('ines'), await on.staff('jonas')];
  await save(ines, 'ours', { shared: true });
  const refused = await save(jonas, 'ours', { shared: true, seen: 1 });
  const { refusal, winner } = refused['refusal'] as { refusal: string; winner: { person: string } };
  assert.deepEqual([refusal, winner.person], ['version', on.tenant.floor.people.get('ines')?.name]);
});

test('[F6] nothing but views is told there', async (t) => {
  const on = await startLive(t);
  const ines = await on.staff('ines');
  await follow(ines);
  await on.open('c1');
  await on.say(customerOf('c1'), 'c1', 'public', 'Hello?');
  await on.pass(600);
  assert.equal(ines.all('views').length, 1);
});

test('[R3] [F6] only supervisors are told, and no longer than they are', async (t) => {
  const on = await startLive(t);
  for (const person of ['ana', 'ada']) {
    const client = await on.staff(person);
    client.send({ type: 'subscribe', id: 'v', topic: { kind: 'views' } });
    assert.equal(((await client.type('ended', 'v'))['refusal'] as { refusal: string }).refusal, 'role');
  }
  const jonas = await on.staff('jonas');
  await follow(jonas);
  await on.editPerson('jonas', { roles: ['agent'] });
  assert.equal(((await jonas.type('ended', 'v'))['refusal'] as { refusal: string }).refusal, 'role');
});

test('[P2] [F6] a customer is told nothing of views', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const customer = await on.customer('c1');
  const before = customer.texts.length;
  const ines = await on.staff('ines');
  await save(ines, 'ours', { shared: true });
  await on.settle();
  assert.deepEqual(customer.texts.slice(before), []);
});
