import { Router } from 'express';
import { isRefusal, refuse, type Refusal } from '@floorwalk/core';
import { exportAudit } from '../audit/export-audit.ts';
import { readAudit } from '../audit/read-audit.ts';
import { respond, respondStream, type Answer, type Call } from './call.ts';

const MOST = 1_000;

/** `/v1/audit`, the record (R4), `/v1/audit/export`, its lines of some time as JSON Lines, and `/v1/audit/ledger`, where the stored ledger differs from what the states imply, and its repair (K3). */
export function auditRouter(): Router {
  const router = Router();
  router.get('/', respond(record));
  router.get('/export', respondStream('application/x-ndjson', exported));
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

const exported = ({ tenant, actor, query }: Call): AsyncIterable<string> | Refusal => {
  if (actor.kind !== 'person' || !actor.roles.includes('administrator')) return refuse('role');
  const from = timeOf(query('from') ?? '0');
  const to = timeOf(query('to') ?? String(Number.MAX_SAFE_INTEGER));
  if (from === null || to === null || from > to)
    return refuse('malformed', { detail: 'from, to: must be times, as ISO 8601 or milliseconds, from before to.' });
  return exportAudit(tenant, from, to);
};

function timeOf(text: string): number | null {
  const time = /^\d+$/u.test(text) ? Number(text) : Date.parse(text);
  return Number.isFinite(time) ? time : null;
}

const ledger: Answer = async ({ tenant, actor }) => {
  if (actor.kind !== 'person' || !actor.roles.includes('administrator')) return refuse('role');
  const items = await tenant.auditLedger();
  return { items, total: items.length };
};

const repair: Answer = async ({ tenant, actor }) => {
  const items = await tenant.repairLedger(actor);
  return isRefusal(items) ? items : { items, total: items.length };
};
