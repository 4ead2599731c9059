import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Answered, Site } from '../support/site.ts';

/** What supervisors can rely on of their saved views, whatever the store (F6). */
export function viewsContract(open: () => Promise<Site>): void {
  describe('saved views', () => {
    let site: Site;
    let [ines, jonas, ada] = ['', '', ''];
    before(async () => {
      site = await open();
      [ines, jonas, ada] = await Promise.all([
        site.token('supervisor', 'ines'),
        site.token('supervisor', 'jonas'),
        site.token('administrator', 'ada'),
      ]);
    });
    after(() => site.close());
    const look = { view: 'all', queues: ['delivery', 'billing'], sort: 'wait', descending: true };
    const put = (who: string, id: string, body: object, version?: number): Promise<Answered> =>
      site.call(who, 'PUT', `/v1/views/${id}`, {
        body: { name: id, look, ...body },
        headers: version === undefined ? {} : { 'if-match': `"${version}"` },
      });
    const remove = (who: string, id: string, version: number): Promise<Answered> =>
      site.call(who, 'DELETE', `/v1/views/${id}`, { headers: { 'if-match': `"${version}"` } });
    const list = async (who: string): Promise<Answered['body']> => (await site.call(who, 'GET', '/v1/views')).body;
    const names = async (who: string): Promise<unknown[]> => ((await list(who)).items ?? []).map(({ name }) => name);

    test('[F6] a view is kept for who saved it, and for all supervisors once it is shared', async () => {
      const made = await put(ines, 'late', { name: 'Late bills' }, 0);
      assert.equal(made.status, 200, JSON.stringify(made.body));
      assert.deepEqual([await names(ines), await names(jonas)], [['Late bills'], []]);
      const shared = await put(ines, 'late', { name: 'Late bills', shared: true }, Number(made.body['version']));
      assert.equal(shared.status, 200, JSON.stringify(shared.body));
      const [item] = (await list(jonas)).items ?? [];
      assert.deepEqual([item?.['shared'], (item?.['owner'] as { id: string } | undefined)?.id], [true, 'ines']);
      assert.equal(Number(item?.['at']), shared.body['version']);
    });

    test('[R2] [F6] a shared view shows nobody more than their own scope', async () => {
      await site.open({ queue: 'delivery', subject: 'Parcel' });
      await site.open({ queue: 'billing', subject: 'Invoice' });
      const shared = (await list(jonas)).items?.find(({ id }) => id === 'late')?.['look'] as { queues: string[] };
      assert.deepEqual(shared.queues, ['delivery', 'billing']);
      const seen = async (who: string): Promise<unknown> => {
        const { body } = await site.call(who, 'GET', `/v1/floor?queue=${shared.queues.join(',')}&sort=subject`);
        return [(body.items ?? []).map(({ subject }) => subject), (body['counts'] as { all: number }).all];
      };
      assert.deepEqual(await seen(ines), [['Invoice', 'Parcel'], 2]);
      assert.deepEqual(await seen(jonas), [['Invoice'], 1]);
    });

    test('[F6] of two who change a shared view at once one wins, and the other is told who', async () => {
      const at = Number((await list(ines)).items?.find(({ id }) => id === 'late')?.['at']);
      const both = await Promise.all([
        put(ines, 'late', { name: 'One', shared: true }, at),
        put(jonas, 'late', { name: 'Two', shared: true }, at),
      ]);
      assert.deepEqual(both.map(({ status }) => String(status)).toSorted(), ['200', '409']);
      const late = both.find(({ status }) => status === 409);
      assert.equal(late?.body['refusal'], 'version');
      assert.ok((late.body['winner'] as { person: string }).person);
      assert.equal((await remove(jonas, 'late', at)).body['refusal'], 'version');
    });

    test('[F6] the same name twice, a name that is none and too much are refused with a sentence', async () => {
      await put(ines, 'a', { name: 'Same' });
      assert.equal((await put(ines, 'b', { name: 'same' })).body['refusal'], 'identifierReused');
      for (const name of ['', '   ', 'x'.repeat(61), 'a\u202eb', 'a\nb', '\ud800']) {
        const refused = await put(ines, 'b', { name });
        assert.deepEqual([refused.status, refused.body['field']], [400, 'name'], JSON.stringify(name));
      }
      for (const wrong of [{ queues: Array.from({ length: 101 }, () => 'q') }, { view: 'best' }, { sentiments: [9] }])
        assert.equal((await put(ines, 'b', { look: { ...look, ...wrong } })).status, 400);
      assert.equal((await put(ines, 'no/such', {})).status, 404);
      assert.equal((await put(ines, 'b', {}, -1)).body['refusal'], 'malformed');
    });

    test('[F6] hostile names are kept letter by letter and the words searched for are not kept at all', async () => {
      const name = `<img src=x onerror=alert(1)> "'\`\${7*7}{{7}} علم 🎉`;
      assert.equal((await put(ines, 'odd', { name, look: { ...look, text: 'Mara' } })).status, 200);
      const odd = (await list(ines)).items?.find(({ id }) => id === 'odd');
      assert.equal(odd?.['name'], name);
      assert.ok(!JSON.stringify(odd).includes('Mara'));
    });

    test('[F6] a floor opens with a view that is there; one that was deleted counts no more', async () => {
      const opening = (who: string, view: string | null): Promise<Answered> =>
        site.call(who, 'PUT', '/v1/opening-view', { body: { view } });
      assert.equal((await opening(jonas, 'a')).status, 400);
      assert.equal((await opening(ines, 'a')).status, 200);
      assert.deepEqual([(await list(ines))['opensWith'], (await list(jonas))['opensWith']], ['a', null]);
      const at = Number((await list(ines)).items?.find(({ id }) => id === 'a')?.['at']);
      assert.equal((await remove(ines, 'a', at)).status, 200);
      assert.equal((await list(ines))['opensWith'], null);
      assert.equal((await put(ines, 'a', { name: 'Same' }, 0)).status, 200);
      assert.equal((await list(ines))['opensWith'], 'a');
    });

    test('[F6] [R2] views are supervisors’: neither agents nor administrators nor programs have any', async () => {
      const others = [ada, await site.token('agent', 'ana'), await site.token('integration', 'crm')];
      for (const who of others) {
        assert.equal((await site.call(who, 'GET', '/v1/views')).body['refusal'], 'role');
        assert.equal((await put(who, 'theirs', {})).body['refusal'], 'role');
        assert.equal((await remove(who, 'late', 1)).body['refusal'], 'role');
      }
    });

    test('[R4] [F6] the record tells what was shared, changed and deleted, and nothing of what is somebody’s own', async () => {
      const { body } = await site.call(ada, 'GET', '/v1/audit?order=newest&what=ViewSaved,ViewDeleted');
      const told = (body.items ?? []).map((line) => (line['details'] as { entry: string }).entry);
      assert.ok(told.includes('view:Late bills'));
      assert.ok(!told.some((entry) => entry.includes('onerror') || entry.includes('Same')));
    });

    test('[A7] [F6] what if writes nothing', async () => {
      const before = await names(ines);
      const body = { name: 'Tried', look };
      assert.equal((await site.call(ines, 'PUT', '/v1/views/tried?dryRun=1', { body })).status, 200);
      assert.deepEqual(await names(ines), before);
    });
  });
}
