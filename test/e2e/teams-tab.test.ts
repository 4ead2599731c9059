import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '../support/chromium.ts';
import { AUDIENCE, startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts';
import { startSite, type Site } from '../support/site.ts';
import { objects, saveAccounts, TENANT } from '../support/teams.ts';
import { assertAccessible } from './support/accessible.ts';
import { openStage } from './support/stage.ts';
import { openInTeams, type TeamsPage, type TeamsPageOptions, type TokenAnswer } from './support/teams-host.ts';

let provider: IdentityProvider;
let site: Site;
let browser: Browser;
before(async () => {
  provider = await startIdentityProvider();
  site = await startSite({
    env: {
      FLOORWALK_TEAMS_TAB: '1',
      FLOORWALK_TEAMS_HOSTS: 'https://teams.microsoft.com,https://crm.example',
      FLOORWALK_ISSUER: provider.url,
      FLOORWALK_AUDIENCE: `floorwalk,${AUDIENCE}`,
    },
  });
  await saveAccounts(site);
  // A floor with nobody on it has no rows to wait for.
  await site.open({ customer: { name: 'Vera Lang' } });
  // The host's page is at a public address and the tab on this machine, which Chromium keeps apart otherwise.
  const args = [...CHROMIUM_ARGS, '--disable-features=LocalNetworkAccessChecks'];
  browser = await chromium.launch({ executablePath: chromiumPath(), args });
});
after(async () => {
  await browser.close();
  await site.close();
  await provider.close();
});

/** A token as Entra gives it to the tab of a person. */
const entraToken = async (more: object = {}): Promise<TokenAnswer> => ({
  token: await provider.forge({ sub: 'pairwise', tid: TENANT, oid: objects.ines, scp: 'access_as_user', ...more }),
});
const inTeams = (more: Partial<TeamsPageOptions> = {}): Promise<TeamsPage> =>
  openInTeams(browser, {
    tab: `${site.url}/teams`,
    context: { theme: 'default', locale: 'en-gb' },
    token: () => entraToken(),
    ...more,
  });
const grid = ({ tab }: TeamsPage) => tab.getByRole('grid', { name: 'Conversations' });
const look = ({ tab }: TeamsPage): Promise<{ theme: string | null; scheme: string; ground: string; lang: string }> =>
  tab.evaluate(() => {
    const element = document.querySelector('floorwalk-teams');
    if (!element) throw new Error('There is no tab.');
    const { colorScheme, backgroundColor } = getComputedStyle(element);
    const { lang } = document.documentElement;
    return { theme: element.getAttribute('theme'), scheme: colorScheme, ground: backgroundColor, lang };
  });

test('inside Teams the tab signs in with the person’s token and shows their floor, in Teams’ theme and language', async () => {
  await site.open({ customer: { name: 'Mara Olsen' } });
  const teams = await inTeams({ context: { theme: 'dark', locale: 'de-de' } });
  await teams.tab.getByRole('row', { name: /Mara Olsen/u }).waitFor();
  await teams.tab.getByRole('heading', { name: 'Übersicht' }).waitFor();
  assert.deepEqual(await look(teams), { theme: 'dark', scheme: 'dark', ground: 'rgb(13, 16, 19)', lang: 'de-DE' });
  const asked = (await teams.asked()).map(([func]) => func);
  for (const func of ['initialize', 'getContext', 'authentication.getAuthToken', 'appInitialization.success'])
    assert.ok(asked.includes(func), `${func}: ${asked.join(' ')}`);
  assert.deepEqual(
    teams.foreign.filter((address) => !address.startsWith('https://res.cdn.office.net/teams-js/')),
    [],
  );
  await teams.close();
});

test('a theme that is changed in Teams is the tab’s at once, its contrast theme included', async () => {
  const teams = await inTeams();
  await grid(teams).waitFor();
  assert.equal((await look(teams)).scheme, 'light');
  for (const [theme, ground] of [
    ['contrast', 'rgb(0, 0, 0)'],
    ['dark', 'rgb(13, 16, 19)'],
    ['default', 'rgb(239, 241, 243)'],
  ] as const) {
    await teams.changeTheme(theme);
    await teams.tab.locator(`floorwalk-teams[theme=${theme}]`).waitFor();
    assert.equal((await look(teams)).ground, ground);
  }
  await teams.close();
});

test('[M8] a card’s link opens its conversation, by monitoring like everywhere, and what is no id opens nothing', async () => {
  const id = await site.open({ customer: { name: 'Rosa Lind' } });
  const supervisor = await site.token('supervisor', 'ines');
  await site.call(supervisor, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } });
  await site.call(await site.token('agent', 'ana'), 'POST', `/v1/conversations/${id}/accept`, { body: {} });
  const teams = await inTeams({ context: { theme: 'default', locale: 'en', subEntityId: id } });
  await teams.tab.getByRole('region', { name: 'Monitor: Rosa Lind' }).waitFor();
  await teams.close();
  const { body } = await site.call(await site.token('administrator', 'ada'), 'GET', '/v1/audit');
  const lines = body.items?.filter(({ conversation }) => conversation === id) ?? [];
  assert.ok(lines.some(({ what, who }) => what === 'WatchStarted' && who === 'ines'));

  const strange = await inTeams({
    context: { theme: 'default', locale: 'en', subEntityId: '../x?y=<img src=x onerror=1>' },
  });
  await grid(strange).waitFor();
  assert.equal(await strange.tab.getByRole('region', { name: /^Monitor: /u }).count(), 0);
  assert.ok(!strange.sent.some((frame) => frame.includes('"kind":"conversation"')));
  await strange.close();
});

test('what changed while another tab was shown is followed when the person comes back: theme, language, link', async () => {
  const id = await site.open({ customer: { name: 'Olga Brandt' } });
  await site.call(await site.token('supervisor', 'ines'), 'POST', `/v1/conversations/${id}/assign`, {
    body: { agent: 'ben' },
  });
  await site.call(await site.token('agent', 'ben'), 'POST', `/v1/conversations/${id}/accept`, { body: {} });
  const teams = await inTeams();
  await grid(teams).waitFor();
  await teams.comeBack({ theme: 'dark', locale: 'fr-fr', subEntityId: id });
  await teams.tab.locator('floorwalk-teams[theme=dark]').waitFor();
  await teams.tab
    .locator('floorwalk-monitor')
    .and(teams.tab.locator(`[conversation="${id}"]`))
    .waitFor();
  assert.equal((await look(teams)).lang, 'fr-FR');
  await teams.close();
});

test('[R3] a token that ends soon is replaced by Teams’ next one on the same connection', async () => {
  const seconds = (): number => Math.floor(Date.now() / 1_000);
  let given = 0;
  const next = Promise.withResolvers<void>();
  const teams = await inTeams({
    token: () => {
      given += 1;
      if (given === 2) next.resolve();
      // The first is replaced a minute before its end, which is now.
      return entraToken({ exp: seconds() + (given === 1 ? 61 : 2_400), n: given });
    },
  });
  await grid(teams).waitFor();
  await next.promise;
  await teams.page.waitForFunction('document.title');
  await site.open({ customer: { name: 'Nils Berg' } });
  await grid(teams)
    .getByRole('row', { name: /Nils Berg/u })
    .waitFor();
  const types = teams.sent.map((frame) => (JSON.parse(frame) as { type: string }).type);
  assert.equal(types.filter((type) => type === 'hello').length, 1);
  assert.equal(types.filter((type) => type === 'token').length, 1);
  await teams.close();
});

test('where Teams gives no token the reason is said, nobody is asked again by itself, and signing in can be tried again', async () => {
  const silents: boolean[] = [];
  let isGranted = false;
  const teams = await inTeams({
    token: (silent) => {
      silents.push(silent);
      return isGranted && !silent ? entraToken() : Promise.resolve({ error: 'resourceRequiresConsent' });
    },
  });
  const trouble = teams.tab.getByRole('alert').filter({ hasText: 'resourceRequiresConsent' });
  await trouble.waitFor();
  await teams.tab
    .getByText(/No connection/u)
    .first()
    .waitFor();
  isGranted = true;
  await trouble.getByRole('button', { name: 'Sign in' }).click();
  await grid(teams).waitFor();
  await trouble.waitFor({ state: 'hidden' });
  // What is tried by itself is silent: the person was asked at the start, and when they pressed.
  assert.deepEqual([silents[0], silents.filter((silent) => !silent).length], [false, 2]);
  await teams.close();
});

test('[R3] somebody whom the directory does not know sees no floor and is told why', async () => {
  const teams = await inTeams({ token: () => entraToken({ oid: '00000000-0000-0000-0000-0000000009ff' }) });
  await teams.tab
    .getByText(/not in the directory of this floor/u)
    .first()
    .waitFor();
  await teams.close();
});

test('a page that is not Teams gets no token out of the tab; one that is not named cannot show it at all', async () => {
  const stranger = await inTeams({ origin: 'https://crm.example', isSilent: true });
  await stranger.tab.getByText(/signs in with Microsoft Teams/u).waitFor();
  await stranger.close();
  const impostor = await inTeams({ origin: 'https://crm.example' });
  await impostor.tab.getByText(/signs in with Microsoft Teams/u).waitFor();
  assert.deepEqual(
    (await impostor.asked()).map(([func]) => func),
    ['initialize'],
  );
  await impostor.close();
  const unnamed = await inTeams({ origin: 'https://elsewhere.example' });
  assert.equal(await unnamed.tab.locator('floorwalk-teams').count(), 0);
  assert.ok(
    unnamed.errors.some((error) => /frame-ancestors/u.test(error)),
    unnamed.errors.join('\n'),
  );
  await unnamed.close();
});

test('an ordinary page asks for nothing of Teams, and the tab’s own page opened by itself works with the page’s sign-in', async () => {
  const stage = await openStage();
  try {
    const opened = { workstream: 'live-chat', customer: { name: 'Rita' } };
    await stage.call('integration', 'crm', '/v1/conversations', opened);
    for (const path of ['/supervisor', '/agent', '/crm', '/administrator', '/customer', '/teams-tab']) {
      const { page } = await stage.open(path);
      await page.waitForLoadState('networkidle');
      const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      assert.ok(
        asked.some((address) => address.includes('/widget/')),
        path,
      );
      for (const address of asked) {
        assert.equal(new URL(address).origin, stage.url, address);
        assert.doesNotMatch(address, /teams-host/u);
      }
      if (path === '/teams-tab') await page.getByRole('grid', { name: 'Conversations' }).waitFor();
      await page.context().close();
    }
  } finally {
    await stage.close();
  }
});

test('the tab can be used by everybody in each of Teams’ themes, on a phone too', async () => {
  await site.open({ customer: { name: 'Ida Berg' } });
  for (const theme of ['default', 'dark', 'contrast']) {
    const teams = await inTeams({
      context: { theme, locale: 'en' },
      browser: { viewport: { width: theme === 'dark' ? 320 : 1280, height: 800 } },
    });
    await grid(teams)
      .getByRole('row', { name: /Ida Berg/u })
      .waitFor();
    await assertAccessible(teams.tab, theme);
    await teams.close();
  }
});
