import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Answered, Site } from '../support/site.ts';

/** What administrators can rely on, whatever the store: nobody's change is lost, and the record tells each (C7, R4). */
export function administratorContract(open: () => Promise<Site>): void {
  describe('administrators', () => {
    let site: Site;
    let ada: string;
    before(async () => {
      site = await open();
      ada = await site.token('administrator', 'ada');
    });
    after(() => site.close());
    const put = (path: string, body: object, version?: number): Promise<Answered> =>
      site.call(ada, 'PUT', `/v1/directory/${path}`, {
        body,
        headers: version === undefined ? {} : { 'if-match': `"${version}"` },
      });
    const versionOf = async (name: string): Promise<number> => {
      const { body } = await site.call(ada, 'GET', '/v1/directory');
      return (body['versions'] as Record<string, number>)[name] ?? 0;
    };
    const newest = async (query = ''): Promise<Answered['body']> =>
      (await site.call(ada, 'GET', `/v1/audit?order=newest${query}`)).body;

    test('[C7] of two who edit one entry the second is told who was faster, when, and nothing of theirs is written', async () => {
      const seen = await versionOf('queue:billing');
      const first = await put('queues/billing', { name: 'Bills', distribution: 'pick' }, seen);
      assert.equal(first.status, 200, JSON.stringify(first.body));
      for (const query of ['?dryRun=1', '']) {
        const second = await put(`queues/billing${query}`, { name: 'Invoices' }, seen);
        assert.equal(second.status, 409);
        assert.equal(second.body['refusal'], 'version');
        assert.equal((second.body['winner'] as { person: string }).person, site.tenant.floor.people.get('ada')?.name);
      }
      assert.equal(site.tenant.floor.queues.get('billing')?.name, 'Bills');
      assert.equal((await put('queues/billing', { name: 'Billing', distribution: 'pick' }, seen + 1)).status, 200);
      assert.equal((await put('queues/billing', { name: 'X' }, -1)).body['refusal'], 'malformed');
    });

    test('[C7] switches that several turn at once are all turned', async () => {
      const names = ['monitor', 'assign', 'transfer', 'lastMessageOnFloor'] as const;
      const turned = names.map((name) => put('switches', { [name]: false }));
      const answers = await Promise.all([...turned, put('policy', { consent: 'elsewhere' })]);
      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 200, 200, 200, 200],
      );
      const { switches, consent } = site.tenant.floor.policy;
      assert.deepEqual([...names.map((name) => switches[name]), consent], [false, false, false, false, 'elsewhere']);
      const on = Object.fromEntries(names.map((name) => [name, true]));
      await put('policy', { switches: on, consent: 'shown' });
    });

    test('[C7] a queue and its members are saved in one step or not at all', async () => {
      const refused = await put('queues/vip', { name: 'VIP', members: ['ana', 'nobody'] });
      assert.equal(refused.body['refusal'], 'unknownPerson');
      assert.equal(refused.body['field'], 'members');
      assert.equal(site.tenant.floor.queues.has('vip'), false);
      const saved = await put('queues/vip', { name: 'VIP', members: ['ana'] });
      assert.equal(saved.status, 200, JSON.stringify(saved.body));
      assert.ok(site.tenant.floor.people.get('ana')?.queues.includes('vip'));
      const left = await put('queues/vip?dryRun=1', { name: 'VIP', members: [] });
      const effects = left.body['effects'] as { effect: string }[];
      assert.deepEqual(
        effects.map(({ effect }) => effect),
        ['noMembers', 'membersLeave'],
      );
      assert.ok(site.tenant.floor.people.get('ana')?.queues.includes('vip'));
    });

    test('[R4] the record says of a save what was and what is, and about whom', async () => {
      await put('people/ben', { name: 'Ben B.', roles: ['agent'], queues: ['billing'], capacity: 9 });
      const { items = [], names } = await newest('&what=DirectorySaved&agent=Ben%20B');
      const [line] = items as unknown as { details: Record<string, unknown>; about: string[] }[];
      assert.equal(line?.details['entry'], 'person:ben');
      assert.equal(line?.details['now.capacity'], 9);
      assert.equal(line?.details['now.name'], 'Ben B.');
      assert.notEqual(line?.details['was.name'], 'Ben B.');
      assert.deepEqual(line?.about, ['ben']);
      assert.equal((names as Record<string, string>)['ben'], 'Ben B.');
    });

    test('[R4] the newest lines come first, page after page, each once and without a limit', async () => {
      for (let n = 0; n < 30; n++) await put('queues/vip', { name: `VIP ${n}` });
      const read: number[] = [];
      for (let before: string | null = ''; before !== null;) {
        const { items = [], next } = await newest(`&limit=7&before=${before}`);
        read.push(...items.map(({ offset }) => Number(offset)));
        before = typeof next === 'number' ? String(next) : null;
      }
      assert.deepEqual(
        read,
        read.toSorted((a, b) => b - a),
      );
      assert.equal(new Set(read).size, read.length);
      const all = await site.call(ada, 'GET', '/v1/audit?limit=1000');
      assert.equal(read.length, all.body.items?.length);
    });

    test('[R4] a conversation is found by its customer’s name, and the lines name it', async () => {
      const id = await site.open({ customer: { name: 'Zuleika Dobson' } });
      const ines = await site.token('supervisor', 'ines');
      await site.call(ines, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'kofi' } });
      const found = await newest('&conversation=zuleika');
      assert.ok((found.items?.length ?? 0) > 0);
      assert.ok(found.items?.every(({ conversation }) => conversation === id));
      const { customer, queue } =
        (found['conversations'] as Record<string, { customer: string; queue: string }>)[id] ?? {};
      assert.deepEqual([customer, queue], ['Zuleika Dobson', 'Billing']);
      assert.equal((await newest('&conversation=zuleika&who=nobody')).items?.length, 0);
      const own = await site.call(ines, 'GET', '/v1/audit?order=newest');
      assert.ok(own.body.items?.every(({ who, about }) => who === 'ines' || (about as string[]).includes('ines')));
    });

    test('[R4] an administrator sees whether the record is as it was sealed', async () => {
      const { status, body } = await site.call(ada, 'GET', '/v1/audit/seal');
      assert.equal(status, 200);
      assert.equal(body['ok'], true);
      const ines = await site.token('supervisor', 'ines');
      assert.equal((await site.call(ines, 'GET', '/v1/audit/seal')).body['refusal'], 'role');
    });

    test('hostile names are refused with their field, or kept as the text they are', async () => {
      for (const name of ['', '   ', 'x'.repeat(10_000), 'a\nb', 'a\u202eb', '\ud800']) {
        const { status, body } = await put('queues/odd', { name });
        assert.equal(status, 400, JSON.stringify(name).slice(0, 40));
        assert.equal(body['field'], 'name');
      }
      const text = '<img src=x onerror=alert(1)> 👩‍👩‍👧 مرحبا';
      assert.equal((await put('queues/odd', { name: text })).status, 200);
      assert.equal(site.tenant.floor.queues.get('odd')?.name, text);
      const wording = await put('policy', { wording: { 'de:customer:consent': 'x{y}' } });
      assert.equal(wording.body['field'], 'wording.de:customer:consent');
    });
  });
}
