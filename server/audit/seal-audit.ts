import type { Store } from '../store/store.ts';
import { GENESIS, linksOf, SEAL_HEAD, SEALS, type Seal, type SealHead } from './chain.ts';

const LINES = 200;

/** What sealing needs of the store. */
export type SealStore = Pick<Store, 'load' | 'commit' | 'readAudit' | 'readFloor'>;

/**
 * Chains every line of the record that no seal covers yet and answers how many it chained (R4). A seal and the place it
 * reaches are one commit, so servers that seal at once seal each line once.
 */
export async function sealAudit(store: SealStore, tenant: string, now: number): Promise<number> {
  // Asked for an epoch that never was, the store says which one is.
  const { position } = await store.readFloor(tenant, { epoch: '', offset: 0 }, 1);
  for (let sealed = 0; ;) {
    const stored = await store.load(tenant, 'directory', SEAL_HEAD);
    const head: SealHead = stored ? (JSON.parse(stored.state) as SealHead) : { to: 0, link: GENESIS };
    const lines = await store.readAudit(tenant, head.to, LINES);
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) return sealed;
    const links = linksOf(head.link, lines);
    const seal: Seal = { from: first.offset, to: last.offset, before: head.link, links, at: now };
    const next: SealHead = { to: last.offset, link: links.at(-1) ?? head.link };
    const [outcome] = await store.commit(tenant, [
      {
        commandId: '',
        epoch: position.epoch,
        expect: [
          {
            family: 'directory',
            id: SEAL_HEAD,
            version: stored?.version ?? 0,
            state: JSON.stringify(next),
            final: true,
          },
        ],
        ledger: [],
        append: [{ conversation: SEALS, plane: 'internal', body: JSON.stringify(seal) }],
        floor: '',
        audit: [],
        answer: '{}',
      },
    ]);
    if (outcome?.outcome === 'epoch') return sealed;
    if (outcome?.outcome === 'committed') sealed += lines.length;
    if (lines.length < LINES) return sealed;
  }
}
