import { refuse, type Actor, type Refusal } from '@floorwalk/core';
import type { AuditLine } from '@floorwalk/core/policy';
import type { Tenant } from '../engine/engine.ts';
import { fitsFilter, type AuditFilter } from './audit-filter.ts';
import { conversationNames, type ConversationName } from './conversation-names.ts';
import { auditSight, type PlacedLine } from './read-audit.ts';

export interface FoundLines {
  readonly items: readonly PlacedLine[];
  /** Read on with `before` at this; null: there is no older line. */
  readonly next: number | null;
  /** People and queues named in the lines, by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly conversations: Readonly<Record<string, ConversationName>>;
}

/** How many lines one request looks through for those it asks for. */
const MAX_LOOKED_AT = 20_000;
const PAGE = 1_000;
/** Lines of servers whose clocks differ are dated by them, so that the newest first is not quite in order of time. */
const CLOCK_SLACK_MS = 60_000;

/** Lines before an offset that this reader may see and that fit, newest first, with the names of those they name (R4). */
export async function searchAudit(
  tenant: Tenant,
  actor: Actor,
  filter: AuditFilter,
  before: number,
  limit: number,
): Promise<FoundLines | Refusal> {
  const sees = auditSight(tenant, actor);
  if (!sees) return refuse('role');
  const fits = fitsFilter(tenant, filter);
  const named = conversationNames(tenant);
  const items: PlacedLine[] = [];
  let at = before;
  let isDone = false;
  for (let looked = 0; !isDone && items.length < limit && looked < MAX_LOOKED_AT && !named.isTired();) {
    const page = await tenant.readAuditBack(at, PAGE);
    looked += page.length;
    isDone = page.length < PAGE;
    for (const { offset, body } of page) {
      if (items.length === limit || named.isTired()) {
        isDone = false;
        break;
      }
      const line = { ...(JSON.parse(body) as AuditLine), offset };
      at = offset;
      if (line.at < filter.from - CLOCK_SLACK_MS) {
        isDone = true;
        break;
      }
      if (sees(line) && fits(line) && (await isOf(line, filter.conversation, named.of))) items.push(line);
    }
  }
  const ids = new Set(items.flatMap(({ conversation }) => (conversation === undefined ? [] : [conversation])));
  const conversations = Object.fromEntries(
    await Promise.all([...ids].map(async (id) => [id, await named.of(id)] as const)),
  );
  return { items, next: isDone || at <= 1 ? null : at, names: namesOf(tenant, items), conversations };
}

async function isOf(
  { conversation }: AuditLine,
  wanted: string | undefined,
  nameOf: (id: string) => Promise<ConversationName>,
): Promise<boolean> {
  if (wanted === undefined || conversation === wanted) return true;
  if (conversation === undefined) return false;
  return (await nameOf(conversation)).customer.toLocaleLowerCase().includes(wanted.toLocaleLowerCase());
}

function namesOf({ floor }: Tenant, items: readonly PlacedLine[]): Readonly<Record<string, string>> {
  const ids = items.flatMap(({ who, through, about, details }) => [
    who,
    through ?? '',
    ...about,
    ...Object.values(details).flatMap((value) => (typeof value === 'string' ? value.split(', ') : [])),
    String(details['entry'] ?? '').replace(/^[a-z]+:/u, ''),
  ]);
  const named = [...new Set(ids)].flatMap((id): (readonly [string, string])[] => {
    const name = floor.people.get(id)?.name ?? floor.queues.get(id)?.name ?? floor.workstreams.get(id)?.name;
    return name === undefined ? [] : [[id, name]];
  });
  return Object.fromEntries(named);
}
