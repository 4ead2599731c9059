import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';

/** What the host says of the tab and its person, in the flat shape that it has on the wire. */
export interface HostContext {
  readonly theme: string;
  readonly locale: string;
  readonly subEntityId?: string;
}

/** What the host answers to a request for a token. */
export type TokenAnswer = { readonly token: string } | { readonly error: string };

export interface TeamsPage {
  readonly page: Page;
  /** The frame with the tab. */
  readonly tab: Frame;
  /** What the tab asked of the host, each with its arguments. */
  asked(): Promise<readonly (readonly [string, readonly unknown[]])[]>;
  /** The person chooses another theme. */
  changeTheme(theme: string): Promise<void>;
  /** While another tab is shown something else changes; then the person comes back to this one. */
  comeBack(context: Partial<HostContext>): Promise<void>;
  /** Addresses of other hosts that the page or the tab asked for. */
  readonly foreign: readonly string[];
  /** What every WebSocket of the page sent. */
  readonly sent: readonly string[];
  readonly errors: readonly string[];
  close(): Promise<void>;
}

export interface TeamsPageOptions {
  readonly tab: string;
  readonly context: HostContext;
  /** Who the host gives tokens of; it is asked each time. */
  readonly token: (silent: boolean) => Promise<TokenAnswer>;
  /** Where the host's page seems to be; Teams without it. */
  readonly origin?: string;
  /** Whether it speaks with the tab at all. */
  readonly isSilent?: boolean;
  readonly browser?: BrowserContextOptions;
}

/**
 * A page at Teams' own address that shows the tab in a frame and speaks with it by the messages of teams-js 2.58:
 * requests `{id, uuid, func, args}`, each answered with the same id and uuid, and events `{func, args}` from the host.
 */
export async function openInTeams(browser: Browser, options: TeamsPageOptions): Promise<TeamsPage> {
  const { tab, context, token, origin = 'https://teams.microsoft.com', isSilent = false } = options;
  const profile = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options.browser });
  profile.setDefaultTimeout(40_000);
  const page = await profile.newPage();
  const foreign: string[] = [];
  const sent: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const { host, origin: asked } = new URL(request.url());
    if (host !== new URL(tab).host && asked !== origin && host !== '') foreign.push(request.url());
  });
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => void sent.push(payload.toString())));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  await page.exposeFunction('askToken', token);
  await profile.route(`${origin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: hostPage(tab, context, isSilent) }),
  );
  await profile.route('https://res.cdn.office.net/**', (route) => route.abort());
  await page.goto(`${origin}/v2/`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('The host shows no tab.');
  return {
    page,
    tab: frame,
    asked: () => page.evaluate('asked'),
    changeTheme: (theme) => page.evaluate(`changeTheme(${JSON.stringify(theme)})`),
    comeBack: async (changed) => {
      await page.evaluate(`Object.assign(place, ${JSON.stringify(changed)})`);
      await frame.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    },
    foreign,
    sent,
    errors,
    close: () => profile.close(),
  };
}

function hostPage(tab: string, context: HostContext, isSilent: boolean): string {
  const supports = { pages: { tabs: {}, config: {}, backStack: {} }, dialog: { url: {} } };
  const runtime = JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports });
  const place = { entityId: 'floor', userObjectId: 'nobody-trusts-this', tid: 'nor-this', ...context };
  return `<!doctype html><title>Microsoft Teams</title>
<style>body { margin: 0 } iframe { border: 0; inline-size: 100vw; block-size: 100vh }</style>
<script>
  const asked = [];
  let tab;
  const place = ${JSON.stringify(place)};
  const answers = {
    initialize: () => ['content', 'web', ${JSON.stringify(runtime)}, '2.0.1'],
    getContext: () => [place],
    'authentication.getAuthToken': async ([, , silent]) => {
      const { token, error } = await askToken(silent === true);
      return error === undefined ? [true, token] : [false, error];
    },
  };
  addEventListener('message', async ({ data, source }) => {
    const { id, uuid, uuidAsString, func, args } = data;
    asked.push([func, args]);
    tab = source;
    if (!answers[func] || ${String(isSilent)}) return;
    source.postMessage({ id, uuid, uuidAsString, args: await answers[func](args) }, '*');
  });
  const changeTheme = (theme) => {
    place.theme = theme;
    tab.postMessage({ func: 'themeChange', args: [theme] }, '*');
  };
</script>
<iframe src="${tab}" title="Floorwalk"></iframe>`;
}
