import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { test } from 'node:test';
import { ConfigError, readConfig, settingNames, storeSettings } from '../../server/config.ts';

const production = {
  FLOORWALK_ISSUER: 'https://login.example/',
  FLOORWALK_AUDIENCE: 'floorwalk',
  FLOORWALK_TENANT: 'acme',
  FLOORWALK_CHAT_SECRET: 'x'.repeat(32),
};

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems;
  }
  return [];
};

test('the demonstration needs nothing but its switch, and what is read is frozen', () => {
  const config = readConfig({ FLOORWALK_DEMO: '1' });
  assert.equal(config.port, 3000);
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.tenant, 'demo');
  assert.deepEqual(config.origins, ['*']);
  assert.ok(Object.isFrozen(config) && Object.isFrozen(config.origins));
});

test('outside the demonstration the identity provider, the tenant and the secret are needed, and said all at once', () => {
  const problems = problemsOf({});
  for (const name of ['FLOORWALK_CHAT_SECRET', 'FLOORWALK_ISSUER', 'FLOORWALK_AUDIENCE', 'FLOORWALK_TENANT'])
    assert.ok(
      problems.some((problem) => problem.startsWith(name)),
      name,
    );
  assert.deepEqual(problemsOf(production), []);
});

test('every wrong setting is named in one error, unknown ones of ours too', () => {
  const problems = problemsOf({
    PORT: '99999',
    FLOORWALK_DEMO: 'yes',
    LOG_LEVEL: 'loud',
    FLOORWALK_ORIGINS: 'crm.example',
    FLOORWALK_CLOCK_FACTOR: 'fast',
    FLOORWALK_INTEGRATION_KEYS: 'crm:secret',
    FLOORWALK_AUDIANCE: 'floorwalk',
    REDIS_URL: 'http://redis',
  });
  assert.equal(problems.length, 8, problems.join('\n'));
  assert.ok(problems.includes('FLOORWALK_AUDIANCE is not a setting.'));
});

test('the tab is off until it is asked for; its hosts are Microsoft’s or those named', () => {
  assert.equal(readConfig(production).teamsHosts, null);
  const on = { ...production, FLOORWALK_TEAMS_TAB: '1' };
  assert.ok(readConfig(on).teamsHosts?.includes('https://teams.microsoft.com'));
  const named = { ...on, FLOORWALK_TEAMS_HOSTS: 'https://gov.teams.microsoft.us, https://*.cloud.microsoft' };
  assert.deepEqual(readConfig(named).teamsHosts, ['https://gov.teams.microsoft.us', 'https://*.cloud.microsoft']);
  for (const wrong of ["'self'", 'teams.microsoft.com', 'https://a.example; script-src *', 'https://*', ','])
    assert.equal(problemsOf({ ...on, FLOORWALK_TEAMS_HOSTS: wrong }).length, 1, wrong);
});

test('a token may name this server in one of several ways', () => {
  const config = readConfig({ ...production, FLOORWALK_AUDIENCE: 'floorwalk, api://floor.example.com/app' });
  assert.deepEqual(config.issuer?.audience, ['floorwalk', 'api://floor.example.com/app']);
});

test('a key and a secret are replaced with two at a time and never three', () => {
  const hash = (digit: string): string => digit.repeat(64);
  const keys = (...digits: string[]) => digits.map((digit) => `crm:${hash(digit)}:acme:open`).join(',');
  assert.deepEqual(problemsOf({ ...production, FLOORWALK_INTEGRATION_KEYS: keys('a', 'b') }), []);
  const [key = ''] = problemsOf({ ...production, FLOORWALK_INTEGRATION_KEYS: keys('a', 'b', 'c') });
  assert.match(key, /more than two keys for crm of acme/u);
  const secrets = (...all: string[]) => all.map((secret) => `shop:${secret.repeat(32)}`).join(',');
  const { siteSecrets } = readConfig({ ...production, FLOORWALK_SITE_SECRETS: secrets('x', 'y') });
  assert.deepEqual(siteSecrets, [
    { site: 'shop', secret: 'x'.repeat(32) },
    { site: 'shop', secret: 'y'.repeat(32) },
  ]);
  const [secret = ''] = problemsOf({ ...production, FLOORWALK_SITE_SECRETS: secrets('x', 'y', 'z') });
  assert.match(secret, /more than two secrets for shop/u);
  assert.equal(problemsOf({ ...production, FLOORWALK_SITE_SECRETS: 'shop:short' }).length, 1);
});

test('who may frame a page is self, none or origins, and nothing that could end the header’s rule', () => {
  assert.deepEqual(readConfig({ ...production, FLOORWALK_FRAME_ANCESTORS: 'none' }).frameAncestors, []);
  for (const wrong of ['*', "'self'", 'https://a.example; script-src *', 'teams.microsoft.com'])
    assert.equal(problemsOf({ ...production, FLOORWALK_FRAME_ANCESTORS: wrong }).length, 1, wrong);
});

test('the demonstration refuses to be reachable from elsewhere, in a sentence that says what to do', () => {
  for (const HOST of ['0.0.0.0', '::', '192.168.1.5', 'floor.example', '127.0.0.1.example']) {
    const [problem = ''] = problemsOf({ FLOORWALK_DEMO: '1', HOST });
    assert.match(problem, /runs on this machine only: HOST must be/u, HOST);
  }
  for (const HOST of ['localhost', '::1', '127.0.0.2']) assert.deepEqual(problemsOf({ FLOORWALK_DEMO: '1', HOST }), []);
});

test('a key lists its hash, tenant and rights', () => {
  const sha256 = 'a'.repeat(64);
  const { integrationKeys } = readConfig({ ...production, FLOORWALK_INTEGRATION_KEYS: `crm:${sha256}:acme:open+say` });
  assert.deepEqual(integrationKeys, [{ id: 'crm', sha256, tenant: 'acme', rights: ['open', 'say'] }]);
  assert.match(
    problemsOf({ ...production, FLOORWALK_INTEGRATION_KEYS: `crm:${sha256}:acme:open+fly` })[0] ?? '',
    /may list the rights open, say/u,
  );
});

test('the settings of the store are read alone, and wrong ones are said the same way', () => {
  const keep = {
    floorEntries: 20_000,
    isDecided: false,
    auditMs: 400 * 86_400_000,
    conversationsMs: null,
    answersMs: 600_000,
  };
  assert.deepEqual(storeSettings({ FLOORWALK_DATA: 'here' }), { data: 'here', redisUrl: null, keep });
  assert.throws(() => storeSettings({ REDIS_URL: 'ftp://x' }), ConfigError);
  assert.throws(() => storeSettings({ FLOORWALK_KEEP_AUDIT_DAYS: 'a year' }), ConfigError);
});

test('what is kept is counted in the unit that the setting names, and 0 days of record are all of them', () => {
  const { keep } = readConfig({
    ...production,
    FLOORWALK_KEEP_FLOOR_ENTRIES: '500',
    FLOORWALK_KEEP_AUDIT_DAYS: '0',
    FLOORWALK_KEEP_ANSWERS_MINUTES: '3',
  });
  assert.deepEqual(keep, {
    floorEntries: 500,
    isDecided: false,
    auditMs: null,
    conversationsMs: null,
    answersMs: 180_000,
  });
});

test('a REDIS_URL that names nothing is said to, with the forms that do', () => {
  assert.match(
    problemsOf({ ...production, REDIS_URL: 'redis:/x' })[0] ?? '',
    /REDIS_URL must look like redis:\/\/host/u,
  );
  assert.match(
    problemsOf({ ...production, REDIS_URL: 'redis+sentinel://a' })[0] ?? '',
    /needs the name of the master/u,
  );
});

test('.env.example parses as it stands and mentions every setting and no other', async () => {
  const text = await readFile(new URL('../../.env.example', import.meta.url), 'utf8');
  assert.doesNotThrow(() => readConfig(parseEnv(text)));
  const mentioned = [...text.matchAll(/^#?([A-Z_]+)=/gmu)].map(([, name]) => name ?? '');
  assert.deepEqual(mentioned.toSorted(), settingNames.toSorted());
});

test('[R6] conversations are kept no longer than the record that they are found by', () => {
  const kept = (conversations: string, audit: string) =>
    storeSettings({ FLOORWALK_KEEP_CONVERSATIONS_DAYS: conversations, FLOORWALK_KEEP_AUDIT_DAYS: audit }).keep
      .conversationsMs;
  assert.equal(kept('30', '400'), 30 * 86_400_000);
  assert.equal(kept('800', '400'), 399 * 86_400_000);
  assert.equal(kept('800', '0'), 800 * 86_400_000);
  assert.equal(kept('0', '400'), null);
});

test('[R6] how long conversations are kept is decided by whoever runs it, and nobody having done so is known', () => {
  assert.deepEqual(readConfig(production).keep, {
    ...readConfig(production).keep,
    conversationsMs: null,
    isDecided: false,
  });
  const forEver = readConfig({ ...production, FLOORWALK_KEEP_CONVERSATIONS_DAYS: '0' }).keep;
  assert.deepEqual([forEver.conversationsMs, forEver.isDecided], [null, true]);
  const month = readConfig({ ...production, FLOORWALK_KEEP_CONVERSATIONS_DAYS: '30' }).keep;
  assert.deepEqual([month.conversationsMs, month.isDecided], [30 * 86_400_000, true]);
});

test('[R3] Entra tenants are named by their ids alone, and by a provider that is found by discovery', () => {
  const id = '11111111-1111-4111-8111-111111111111';
  assert.deepEqual(readConfig({ ...production, FLOORWALK_ISSUER_TENANTS: `${id}, ${id}` }).issuer?.tenants, [id, id]);
  for (const wrong of ['organizations', '*', 'common', `${id}x`, '{tenantid}'])
    assert.equal(problemsOf({ ...production, FLOORWALK_ISSUER_TENANTS: wrong }).length, 1, wrong);
  const fixed = { ...production, FLOORWALK_ISSUER_TENANTS: id, FLOORWALK_JWKS: 'https://login.example/keys' };
  assert.match(problemsOf(fixed)[0] ?? '', /needs discovery/u);
});
