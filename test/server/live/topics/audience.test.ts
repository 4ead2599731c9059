import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '@floorwalk/core';
import type { TimelineEntry } from '@floorwalk/core/protocol';
import { personDefaults } from '@floorwalk/core/directory';
import type { PersonActor } from '../../../../server/live/auth-port.ts';
import { sightOf } from '../../../../server/live/sight.ts';
import { isUpToDate } from '../../../../server/live/topics/audience.ts';
import { Reading } from '../../../../server/live/topics/reading.ts';
import { customerOf } from '../../../support/engine.ts';
import type { Client } from '../support/client.ts';
import { startLive, type Server } from '../support/live.ts';
import { seeded } from '../support/seeded.ts';

const watch = (client: Client): Promise<unknown> => {
  client.send({ type: 'subscribe', id: 'w', topic: { kind: 'conversation', conversation: 'c1' } });
  return client.next(({ type, detail }) => type === 'conversation' && detail !== null);
};

/** Two supervisors who see alike, Ines on two pages, all of them watching. */
async function watchedByThree(t: { after(call: () => Promise<void>): void }): Promise<[Server, Client[]]> {
  const on = await startLive(t);
  await on.saveDirectory({
    kind: 'person',
    value: { id: 'iris', name: 'Iris', ...personDefaults, roles: ['supervisor'], scope: 'all' },
  });
  await on.open('c1', 'ana');
  const clients: Client[] = [];
  for (const person of ['ines', 'iris', 'ines']) clients.push(await on.staff(person));
  for (const client of clients) await watch(client);
  return [on, clients];
}

const iris = (on: Server): Actor => ({ ...on.actor('ines'), id: 'iris', name: 'Iris' }) as Actor;

/** What a page shows after all that it was sent. */
function shownBy(client: Client): { readonly entries: readonly TimelineEntry[]; readonly detail: unknown } {
  let entries: TimelineEntry[] = [];
  let detail: unknown;
  for (const message of client.all('conversation', 'w')) {
    if (message['whole']) entries = [];
    entries.push(...(message['entries'] as TimelineEntry[]));
    detail = message['detail'] ?? Object.assign({}, detail, message['changes']);
  }
  return { entries, detail };
}

for (const seed of [3, 17, 20_261_122])
  test(`[M2][M3] whoever joins, leaves or speaks, each page shows what a fresh one shows (seed ${seed})`, async (t) => {
    const [on, clients] = await watchedByThree(t);
    const random = seeded(seed);
    const acts: readonly ((i: number) => Promise<unknown>)[] = [
      (i) => on.say(customerOf('c1'), 'c1', 'public', `customer ${i}`),
      (i) => on.say(on.actor('ana'), 'c1', 'public', `agent ${i}`),
      (i) => on.say(on.actor('ana'), 'c1', 'internal', `note ${i}`),
      () => on.ask(on.actor('ines'), 'c1', { type: 'Join' }),
      () => on.ask(on.actor('ines'), 'c1', { type: 'Leave' }),
      () => on.ask(iris(on), 'c1', { type: 'Join' }),
      () => on.ask(iris(on), 'c1', { type: 'Leave' }),
      () => on.pass(5_000),
    ];
    for (let i = 0; i < 60; i++) {
      const act = acts[Math.floor(random() * acts.length)]?.(i);
      if (random() < 0.6) await act;
    }
    await on.settle();
    for (const [i, client] of clients.entries()) {
      const fresh = await on.staff(i === 1 ? 'iris' : 'ines');
      await watch(fresh);
      await on.settle();
      assert.deepEqual(shownBy(client), shownBy(fresh));
    }
  });

test('[R3] one whose right is withdrawn gets nothing more, and those who were sent the same go on', async (t) => {
  const [on, [ines, iris]] = await watchedByThree(t);
  await on.say(on.actor('ana'), 'c1', 'internal', 'before');
  await on.editPerson('iris', { scope: ['delivery'] });
  await on.settle();
  await on.say(on.actor('ana'), 'c1', 'internal', 'after');
  await on.settle();
  const texts = (client: Client | undefined): readonly unknown[] =>
    client ? shownBy(client).entries.flatMap((entry) => (entry.type === 'message' ? [entry.text] : [])) : [];
  assert.deepEqual(texts(ines), ['before', 'after']);
  assert.deepEqual(texts(iris), ['before']);
  assert.equal(iris?.all('ended', 'w').length, 1);
});

for (const joins of ['ines', 'iris'] as const)
  test(`[M4] ${joins} who joins is a consultant on their own pages at once, the other still watches`, async (t) => {
    const [on, clients] = await watchedByThree(t);
    await on.say(on.actor('ana'), 'c1', 'public', 'so that all stand at one place');
    await on.settle();
    await on.must(joins === 'iris' ? iris(on) : on.actor('ines'), 'c1', { type: 'Join' });
    await on.settle();
    const roles = clients.map((client) => (shownBy(client).detail as { readonly role: string }).role);
    const [mine, theirs] = ['consultant', 'watcher'];
    assert.deepEqual(roles, joins === 'iris' ? [theirs, mine, theirs] : [mine, theirs, mine]);
  });

test('[M5] who stops monitoring for all pages has no page that goes on, and others do', async (t) => {
  const [on, clients] = await watchedByThree(t);
  await on.say(on.actor('ana'), 'c1', 'public', 'so that all stand at one place');
  await on.settle();
  const command = { type: 'Unwatch', connection: '', person: 'ines' } as const;
  await on.tenant.run(on.actor('ines'), { of: 'roster', id: 'c1', command });
  await on.settle();
  assert.deepEqual(
    clients.map((client) => client.all('ended', 'w').length),
    [1, 0, 1],
  );
});

test('[R3] whose rights became narrower no longer counts as one who sees what the others see', async (t) => {
  const [on] = await watchedByThree(t);
  const c = on.tenant.floor.conversations.get('c1');
  assert.ok(c);
  const all = on.actor('ines') as PersonActor;
  const now = new Reading(on.tenant, c, []);
  const place = { public: 0, internal: 0, last: c, shown: now.shown(all, 'watcher') };
  const audience = { id: 'w', sight: sightOf(all, c), actor: all, roster: now.roster, place, outlets: new Map() };
  assert.equal(isUpToDate(audience, all, now), true);
  assert.equal(isUpToDate(audience, { ...all, scope: [c.queue] }, now), false);
  assert.equal(isUpToDate({ ...audience, roster: undefined }, all, now), false);
  assert.equal(isUpToDate(audience, all, new Reading(on.tenant, { ...c }, [])), false);
});
