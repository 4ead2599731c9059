import type { Refusal } from '@floorwalk/core';
import type { AuditLine } from '@floorwalk/core/policy';
import type { Tenant } from '../engine/engine.ts';

const PAGE = 500;
const MOST = 5_000;

/** Who made the last save of an entry of the directory, and when. */
export interface LastSave {
  readonly by: string;
  readonly at: number;
}

type Recorded = Pick<Tenant, 'readAuditBack'>;

/** The last save of each of these entries, as far as the record reaches; what it does not name is left out. */
export async function lastSaves(tenant: Recorded, entries: Iterable<string>): Promise<ReadonlyMap<string, LastSave>> {
  const wanted = new Set(entries);
  const found = new Map<string, LastSave>();
  for (let before = Number.MAX_SAFE_INTEGER, read = 0; read < MOST && wanted.size > 0; read += PAGE) {
    const page = await tenant.readAuditBack(before, PAGE);
    for (const { offset, body } of page) {
      const { at, who, what, details } = JSON.parse(body) as AuditLine;
      const entry = String(details['entry']);
      if (what === 'DirectorySaved' && wanted.delete(entry)) found.set(entry, { by: who, at });
      before = offset;
    }
    if (page.length < PAGE) break;
  }
  return found;
}

/** Who saved an entry of the directory last, for whoever was slower (A6); nothing where the record does not reach so far. */
export async function lastSave(tenant: Tenant, entry: string): Promise<Pick<Refusal, 'winner'>> {
  const save = (await lastSaves(tenant, [entry])).get(entry);
  if (!save) return {};
  return { winner: { person: tenant.floor.people.get(save.by)?.name ?? save.by, at: save.at, did: 'saved' } };
}
