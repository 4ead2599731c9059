import type { Refusal } from '@floorwalk/core';
import type { AuditLine } from '@floorwalk/core/policy';
import type { Tenant } from '../engine/engine.ts';

const PAGE = 500;
const MOST = 5_000;

/** Who saved an entry of the directory last, for whoever was slower (A6); nothing where the record does not reach so far. */
export async function lastSave(tenant: Tenant, entry: string): Promise<Pick<Refusal, 'winner'>> {
  for (let before = Number.MAX_SAFE_INTEGER, read = 0; read < MOST; read += PAGE) {
    const page = await tenant.readAuditBack(before, PAGE);
    for (const { offset, body } of page) {
      const { at, who, what, details } = JSON.parse(body) as AuditLine;
      if (what === 'DirectorySaved' && details['entry'] === entry)
        return { winner: { person: tenant.floor.people.get(who)?.name ?? who, at, did: 'saved' } };
      before = offset;
    }
    if (page.length < PAGE) break;
  }
  return {};
}
