import { Router } from 'express';
import { isRefusal, refuse } from '@floorwalk/core';
import { readAudit } from '../audit/read-audit.ts';
import { respond, type Answer } from './call.ts';

const MOST = 1_000;

/** `/v1/audit`, the record (R4), and `/v1/audit/ledger`, where the stored ledger differs from what the states imply, and its repair (K3). */
export function auditRouter(): Router {
  const router = Router();
  router.get('/', respond(record));
  router.get('/ledger', respond(ledger));
  router.post('/ledger/repair', respond(repair));
  return router;
}

const record: Answer = async ({ tenant, actor, query }) => {
  const since = Number(query('since') ?? 0);
  const limit = Number(query('limit') ?? 100);
  if (!Number.isSafeInteger(since) || since < 0) return refuse('malformed', { detail: 'since: must be an offset.' });
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST)
    return refuse('malformed', { detail: `limit: must be from 1 to ${MOST}.` });
  const page = await readAudit(tenant, actor, since, limit, query('about'));
  return isRefusal(page) ? page : { ...page, total: page.items.length };
};

const ledger: Answer = async ({ tenant, actor }) => {
  if (actor.kind !== 'person' || !actor.roles.includes('administrator')) return refuse('role');
  const items = await tenant.auditLedger();
  return { items, total: items.length };
};

const repair: Answer = async ({ tenant, actor }) => {
  const items = await tenant.repairLedger(actor);
  return isRefusal(items) ? items : { items, total: items.length };
};
