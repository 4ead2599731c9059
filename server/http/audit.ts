import { Router } from 'express';
import { isRefusal, refuse } from '@floorwalk/core';
import { auditLedger, ledgerLines } from '@floorwalk/core/floor';
import { readAudit } from '../audit/read-audit.ts';
import { respond, type Answer } from './call.ts';

const MOST = 1_000;

/** `/v1/audit`, the record (R4), and `/v1/audit/ledger`, where the ledger differs from what the states imply (K3). */
export function auditRouter(): Router {
  const router = Router();
  router.get('/', respond(record));
  router.get('/ledger', respond(ledger));
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

const ledger: Answer = ({ tenant: { floor }, actor }) => {
  if (actor.kind !== 'person' || !actor.roles.includes('administrator')) return refuse('role');
  const items = auditLedger(floor, ledgerLines(floor.ledger));
  return { items, total: items.length };
};
