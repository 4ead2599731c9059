import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { readConfig } from '../../../server/config.ts';
import { demoPages } from '../../../server/demo/pages.ts';
import { silentLogger } from '../../../server/log.ts';
import { startServer, type Running } from '../../../server/start-server.ts';
import { CHROMIUM_ARGS, chromiumPath } from '../../support/chromium.ts';
import { freePort } from '../../faults/server-process.ts';

/** How long a page may take to show what it must show. */
const PATIENCE_MS = 40_000;

/** A page of one person, in a browser profile of its own, that remembers everything that could be wrong. */
export interface Seat {
  readonly page: Page;
  /** Every frame of every WebSocket that this page received. */
  readonly frames: readonly string[];
  /** Errors of the console and of scripts; that the connection was lost is one only while the server was never stopped. */
  readonly errors: readonly string[];
}

/** A whole server with its pages, and a browser to open them with. */
export interface Stage {
  readonly url: string;
  /**
   * Opens a page of `examples/` in a profile of its own; `as` signs somebody else in than the page itself would, and with
   * `watchPolicy` the page keeps in `violations` what its security policy had to stop.
   */
  open(
    path: string,
    options?: BrowserContextOptions & { readonly as?: string; readonly watchPolicy?: boolean },
  ): Promise<Seat>;
  /** Asks the interface as somebody. */
  call(
    role: 'supervisor' | 'agent' | 'administrator' | 'integration',
    user: string,
    path: string,
    body?: object,
    method?: string,
  ): Promise<unknown>;
  /** Ends the server; the pages stay. */
  stopServer(): Promise<void>;
  /** Starts it again where it was, on the same data. */
  startServer(): Promise<void>;
  close(): Promise<void>;
}

/** Sets everything up: SQLite in a folder of its own, queues that distribute nothing by themselves. `settings` are the server's. */
export async function openStage(settings: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
  const config = readConfig({
    FLOORWALK_DEMO: '1',
    FLOORWALK_DATA: folder,
    // Customers come back with the token that they were given before a restart.
    FLOORWALK_CHAT_SECRET: 'a secret that outlives the process',
    PORT: String(await freePort()),
    ...settings,
  });
  const start = (): Promise<Running> => startServer(config, { log: silentLogger, pages: demoPages, push: false });
  let server = await start();
  let wasStopped = false;
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
  const { url } = server;
  return {
    url,
    open: async (path, { as, watchPolicy = false, ...options } = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      const seat = watch(page, () => wasStopped);
      if (as !== undefined) await signInAs(page, as);
      if (watchPolicy) await page.addInitScript(keepViolations);
      await page.goto(new URL(path, url).href);
      return seat;
    },
    call: async (role, user, path, body, method) => {
      const { token } = (await ask(url, '/demo/token', { role, user })) as { token: string };
      return ask(url, path, body, token, method);
    },
    stopServer: () => {
      wasStopped = true;
      return server.close();
    },
    startServer: async () => {
      server = await start();
    },
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The pages name one user each; the token is asked for in another's name. */
async function signInAs(page: Page, user: string): Promise<void> {
  await page.route('**/demo/token', async (route) => {
    const body = route.request().postDataJSON() as object;
    await route.continue({ postData: JSON.stringify({ ...body, user }) });
  });
}

/** Runs in the page, before anything of its own. */
function keepViolations(): void {
  const violations: string[] = [];
  Object.assign(globalThis, { violations });
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    violations.push(`${effectiveDirective} ${blockedURI} ${sample}`),
  );
}

function watch(page: Page, mayLose: () => boolean): Seat {
  const frames: string[] = [];
  const errors: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(payload.toString()));
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const isLostConnection = /net::ERR_|WebSocket connection to/u.test(message.text());
    if (!isLostConnection || !mayLose()) errors.push(`${message.text()} (${message.location().url})`);
  });
  return { page, frames, errors };
}

async function ask(
  url: string,
  path: string,
  body?: object,
  token?: string,
  method = body ? 'POST' : 'GET',
): Promise<unknown> {
  const response = await fetch(new URL(path, url), {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  assert.ok(response.ok, `${path}: ${response.status} ${text}`);
  return JSON.parse(text) as unknown;
}
