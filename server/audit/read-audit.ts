import type { Actor, Refusal } from '@floorwalk/core';
import { refuse } from '@floorwalk/core';
import { watchLines, type AuditLine } from '@floorwalk/core/policy';
import type { Tenant } from '../engine/engine.ts';

/** A line of the record with its place in it. */
export type PlacedLine = AuditLine & { readonly offset: number };

export interface AuditPage {
  readonly items: readonly PlacedLine[];
  /** Read on with `since` at this. */
  readonly next: number;
}

/** How many lines one request looks through for those it asks for. */
const MAX_LOOKED_AT = 20_000;
const PAGE = 1_000;

/** The lines after `since` that this reader may see, oldest first: administrators all, supervisors and, where policy says, agents those about themselves (R4). `about` narrows to a person or conversation. */
export async function readAudit(
  tenant: Tenant,
  actor: Actor,
  since: number,
  limit: number,
  about: string | undefined,
): Promise<AuditPage | Refusal> {
  const sees = auditSight(tenant, actor);
  if (!sees) return refuse('role');
  const items: PlacedLine[] = [];
  let next = since;
  while (items.length < limit && next - since < MAX_LOOKED_AT) {
    const page = await tenant.readAudit(next, Math.min(PAGE, MAX_LOOKED_AT));
    for (const { offset, body } of page) {
      if (items.length === limit) break;
      const line = { ...(JSON.parse(body) as AuditLine), offset };
      if (sees(line) && (about === undefined || isAbout(line, about))) items.push(line);
      next = offset;
    }
    if (page.length < PAGE) break;
  }
  return { items, next };
}

/** Which lines a reader may see; null: none. Administrators all, others those about themselves where policy says (R4, M7). */
export function auditSight({ floor }: Pick<Tenant, 'floor'>, actor: Actor): ((line: AuditLine) => boolean) | null {
  if (actor.kind !== 'person') return null;
  if (actor.roles.includes('administrator')) return () => true;
  const { auditVisibleToAgent } = floor.policy;
  if (!actor.roles.includes('supervisor') && !(actor.roles.includes('agent') && auditVisibleToAgent)) return null;
  return (line) =>
    line.who === actor.id || (line.about.includes(actor.id) && (auditVisibleToAgent || !watchLines.has(line.what)));
}

const isAbout = (line: AuditLine, id: string): boolean =>
  line.who === id || line.conversation === id || line.about.includes(id);
