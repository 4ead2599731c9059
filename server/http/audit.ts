import { Router } from 'express';
import { isRefusal, refuse, type Actor, type Refusal } from '@floorwalk/core';
import { auditFilter } from '../audit/audit-filter.ts';
import { exportAudit } from '../audit/export-audit.ts';
import { readAudit } from '../audit/read-audit.ts';
import { searchAudit } from '../audit/search-audit.ts';
import type { Answer, Call } from './call.ts';
import { respond, respondStream } from './respond.ts';

const MOST = 1_000;

/** `/v1/audit`, the record (R4), `/v1/audit/export`, its lines of some time as JSON Lines, `/v1/audit/seal`, whether it is as it was sealed, and `/v1/audit/ledger`, where the stored ledger differs from what the states imply, and its repair (K3). */
export function auditRouter(): Router {
  const router = Router();
  router.get('/', respond(record));
  router.get('/export', respondStream('application/x-ndjson', exported));
  router.get('/seal', respond(seal));
  router.get('/ledger', respond(ledger));
  router.post('/ledger/repair', respond(repair));
  return router;
}

const record: Answer = async ({ tenant, actor, query, queries }) => {
  const limit = Number(query('limit') ?? 100);
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST)
    return refuse('malformed', { field: 'limit', detail: `limit: must be from 1 to ${MOST}.` });
  if (query('order') === 'newest') {
    const before = Number(query('before') ?? Number.MAX_SAFE_INTEGER);
    if (!Number.isSafeInteger(before) || before < 1)
      return refuse('malformed', { field: 'before', detail: 'before: must be an offset.' });
    const filter = auditFilter(query, queries);
    if (isRefusal(filter)) return filter;
    const found = await searchAudit(tenant, actor, filter, before, limit);
    return isRefusal(found) ? found : { ...found, total: found.items.length };
  }
  const since = Number(query('since') ?? 0);
  if (!Number.isSafeInteger(since) || since < 0)
    return refuse('malformed', { field: 'since', detail: 'since: must be an offset.' });
  const page = await readAudit(tenant, actor, since, limit, query('about'));
  return isRefusal(page) ? page : { ...page, total: page.items.length };
};

const exported = ({ tenant, actor, query, queries }: Call): AsyncIterable<string> | Refusal => {
  if (!isAdministrator(actor)) return refuse('role');
  const filter = auditFilter(query, queries);
  return isRefusal(filter) ? filter : exportAudit(tenant, filter);
};

const seal: Answer = ({ tenant, actor }) => (isAdministrator(actor) ? tenant.verifyAudit() : refuse('role'));

const isAdministrator = (actor: Actor): boolean => actor.kind === 'person' && actor.roles.includes('administrator');

const ledger: Answer = async ({ tenant, actor }) => {
  if (!isAdministrator(actor)) return refuse('role');
  const items = await tenant.auditLedger();
  return { items, total: items.length };
};

const repair: Answer = async ({ tenant, actor }) => {
  const items = await tenant.repairLedger(actor);
  return isRefusal(items) ? items : { items, total: items.length };
};
