import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sealAudit } from '../../server/audit/seal-audit.ts';
import { verifyAudit, type Verified, type VerifyStore } from '../../server/audit/verify-audit.ts';
import type { AuditEntry, Store } from '../../server/store/store.ts';
import { commitOf, TENANT, withFixture, withStore, type MakeFixture } from './store-fixture.ts';

const NOW = 1_000_000;
const forEver = { now: NOW, keepMs: null };

/** Writes lines `from` … `to`, several in a commit. */
export async function record(store: Store, epoch: string, from: number, to: number): Promise<void> {
  const lines = Array.from({ length: to - from + 1 }, (_, i) => JSON.stringify({ line: from + i }));
  while (lines.length > 0) await store.commit(TENANT, [commitOf(epoch, { audit: lines.splice(0, 7) })]);
}

/** The same store, whose record somebody has meddled with. */
const meddled = (store: Store, meddle: (lines: readonly AuditEntry[]) => readonly AuditEntry[]): VerifyStore => ({
  load: (...args) => store.load(...args),
  readPlane: (...args) => store.readPlane(...args),
  readAudit: async (tenant, since, limit) =>
    meddle(await store.readAudit(tenant, 0, 10_000))
      .filter(({ offset }) => offset > since)
      .slice(0, limit),
});

const brokenAt = (found: Verified): number | null => (found.ok ? null : found.offset);

/** What the chain of the record finds, on any store. */
export function sealContract(make: MakeFixture): void {
  describe('seals of the record', () => {
    it('[R4] an unsealed line that was made unreadable is found, and stops no check', () =>
      withFixture(make, async (fixture) => {
        const store = await fixture.open();
        await record(store, (await store.snapshot(TENANT)).position.epoch, 1, 20);
        await sealAudit(store, TENANT, NOW);
        await record(store, (await store.snapshot(TENANT)).position.epoch, 21, 22);
        const garbled = meddled(store, (lines) =>
          lines.map((line) => (line.offset === 21 ? { ...line, body: 'gone' } : line)),
        );
        assert.equal(brokenAt(await verifyAudit(garbled, TENANT, forEver)), 21);
      }));

    it('[R4] every line is sealed once, whoever seals, and what is not sealed is counted', () =>
      withFixture(make, async (fixture) => {
        const [one, two] = [await fixture.open(), await fixture.openSecond()];
        const { epoch } = (await one.snapshot(TENANT)).position;
        await record(one, epoch, 1, 450);
        const sealed = await Promise.all([one, two, one, two].map((store) => sealAudit(store, TENANT, NOW)));
        assert.equal(
          sealed.reduce((sum, count) => sum + count, 0),
          450,
        );
        await record(one, epoch, 451, 453);
        const found = await verifyAudit(one, TENANT, forEver);
        assert.ok(found.ok);
        assert.deepEqual([found.lines, found.unsealed, found.anchor.offset], [450, 3, 450]);
        assert.equal(found.unsealedSince, null, 'a line without a time has none');
        const dated = JSON.stringify({ at: NOW - 5, line: 454 });
        await one.commit(TENANT, [commitOf(epoch, { audit: [dated] })]);
        assert.equal(await sealAudit(two, TENANT, NOW), 4);
        const after = JSON.stringify({ at: NOW - 4, line: 455 });
        await one.commit(TENANT, [commitOf(epoch, { audit: [after] })]);
        const later = await verifyAudit(one, TENANT, forEver);
        assert.deepEqual(later.ok && [later.unsealed, later.unsealedSince], [1, NOW - 4]);
        assert.equal(await sealAudit(two, TENANT, NOW), 1);
        assert.equal(await sealAudit(two, TENANT, NOW), 0);
        assert.deepEqual((await one.snapshot(TENANT)).aggregates, [], 'seals are not on the floor');
      }));

    it('[R4] an edited, a removed, a moved line and a record cut off anywhere are found at their first line', () =>
      withStore(make, async (store, epoch) => {
        await record(store, epoch, 1, 250);
        await sealAudit(store, TENANT, NOW);
        const at = async (meddle: (lines: readonly AuditEntry[]) => readonly AuditEntry[]) =>
          brokenAt(await verifyAudit(meddled(store, meddle), TENANT, forEver));
        assert.equal(await at((lines) => lines), null);
        for (const place of [1, 2, 199, 200, 201, 250]) {
          const edit = (line: AuditEntry) => (line.offset === place ? { ...line, body: `${line.body} ` } : line);
          assert.equal(await at((lines) => lines.map(edit)), place, `edited ${place}`);
          assert.equal(await at((lines) => lines.filter(({ offset }) => offset !== place)), place, `removed ${place}`);
          assert.equal(await at((lines) => lines.filter(({ offset }) => offset < place)), place, `cut off at ${place}`);
        }
        const swap = (line: AuditEntry, i: number, all: readonly AuditEntry[]) =>
          i === 9 ? { ...line, body: all[10]?.body ?? '' } : i === 10 ? { ...line, body: all[9]?.body ?? '' } : line;
        assert.equal(await at((lines) => lines.map(swap)), 10, 'moved');
      }));

    it('[R4] lines that were kept as long as they must be may be gone, younger ones may not', () =>
      withStore(make, async (store, epoch) => {
        await record(store, epoch, 1, 300);
        await sealAudit(store, TENANT, NOW);
        const trimmed = meddled(store, (lines) => lines.filter(({ offset }) => offset > 120));
        const verify = (now: number, keepMs: number | null) => verifyAudit(trimmed, TENANT, { now, keepMs });
        const found = await verify(NOW + 1_001, 1_000);
        assert.ok(found.ok);
        assert.equal(found.lines, 180);
        assert.equal(brokenAt(await verify(NOW + 999, 1_000)), 1);
        assert.equal(brokenAt(await verify(NOW + 1_001, null)), 1);
      }));

    it('[R4] a record cut off with its newest seals is found by where the seals ended', () =>
      withStore(make, async (store, epoch) => {
        await record(store, epoch, 1, 250);
        await sealAudit(store, TENANT, NOW);
        const lines = meddled(store, (all) => all.filter(({ offset }) => offset <= 200));
        const cut: VerifyStore = {
          ...lines,
          readPlane: async (...args) => (await store.readPlane(...args)).filter(({ offset }) => offset < 2),
        };
        assert.equal(brokenAt(await verifyAudit(cut, TENANT, forEver)), 201);
      }));

    it('[R4] who rewrites lines and seals alike is found by what was noted elsewhere', () =>
      withFixture(make, async (fixture) => {
        const store = await fixture.open();
        const { epoch } = (await store.snapshot(TENANT)).position;
        await record(store, epoch, 1, 5);
        await sealAudit(store, TENANT, NOW);
        const found = await verifyAudit(store, TENANT, forEver);
        assert.ok(found.ok);
        assert.ok((await verifyAudit(store, TENANT, { ...forEver, anchor: found.anchor })).ok);
        const other = { offset: 5, link: found.anchor.link.toLowerCase() };
        assert.equal(brokenAt(await verifyAudit(store, TENANT, { ...forEver, anchor: other })), 5);
        const beyond = { offset: 9, link: found.anchor.link };
        assert.equal(brokenAt(await verifyAudit(store, TENANT, { ...forEver, anchor: beyond })), 9);
      }));
  });
}
