// npm run audit:verify [-- TENANT OFFSET:LINK]
import { unsealedWords } from './audit/unsealed-words.ts';
import { verifyAudit, type Anchor } from './audit/verify-audit.ts';
import { ConfigError, storeSettings, type StoreSettings } from './config.ts';
import { openRedisStore } from './store/redis/index.ts';
import { openSqliteReader, type StoreReader } from './store/sqlite/index.ts';

const [only, noted] = process.argv.slice(2);

try {
  const settings = storeSettings(process.env);
  const store = await open(settings);
  try {
    const tenants = only === undefined ? await store.tenants() : [only];
    if (tenants.length === 0) process.stdout.write('There is no tenant yet.\n');
    for (const tenant of tenants) await verify(store, tenant, settings);
  } finally {
    await store.close();
  }
} catch (cause) {
  const why = cause instanceof ConfigError || cause instanceof Error ? cause.message : String(cause);
  process.stderr.write(`The record could not be read: ${why}\n`);
  process.exitCode = 2;
}

function open({ redisUrl, data }: StoreSettings): Promise<StoreReader> {
  return redisUrl === null ? openSqliteReader(data) : openRedisStore({ url: redisUrl, onError: () => {} });
}

async function verify(store: StoreReader, tenant: string, { keep }: StoreSettings): Promise<void> {
  const options = { now: Date.now(), keepMs: keep.auditMs };
  const anchor = noted === undefined ? {} : { anchor: anchorOf(noted) };
  const found = await verifyAudit(store, tenant, { ...options, ...anchor });
  if (!found.ok) {
    process.stdout.write(`${tenant}: line ${found.offset} is the first that is wrong. ${found.why}\n`);
    process.exitCode = 1;
    return;
  }
  const { lines, anchor: newest } = found;
  process.stdout.write(
    `${tenant}: ${lines} lines are as they were sealed. Note elsewhere: ${newest.offset}:${newest.link}\n`,
  );
  const { isOverdue, words } = unsealedWords(found, options.now);
  if (words !== '') process.stdout.write(`${tenant}: ${words}\n`);
  if (isOverdue) process.exitCode = 3;
}

function anchorOf(text: string): Anchor {
  const [offset = '', link = ''] = text.split(':');
  if (!/^\d+$/u.test(offset) || link === '') throw new Error('what was noted has the form OFFSET:LINK.');
  return { offset: Number(offset), link };
}
