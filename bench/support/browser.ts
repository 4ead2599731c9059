import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '../../test/support/chromium.ts';

const PATIENCE_MS = 30_000;

/** What the main thread of a page has done since it was last asked. */
export interface MainThread {
  /** Seconds of its processor time. */
  readonly seconds: number;
  /** How many tasks took longer than 50 ms, and the longest of them in milliseconds. */
  readonly longTasks: number;
  readonly longest: number;
}

/** Milliseconds until the first rows were painted. */
export interface FirstPaint {
  /** From when the page asked for them, and from when it was opened. */
  readonly fromAsking: number;
  readonly fromOpening: number;
  /** How much of that was processor time of its main thread, from when it was opened. */
  readonly processor: number;
}

/** A page in a profile of its own. */
export interface Sheet {
  readonly page: Page;
  readonly painted: FirstPaint;
  /** Messages and characters that it has heard so far. */
  readonly heard: () => { readonly messages: number; readonly characters: number };
  mainThread(): Promise<MainThread>;
  close(): Promise<void>;
}

/** What a page of `bench/pages/` is told. */
export interface SheetOptions {
  readonly server: string;
  readonly query: object;
  /** How many rows it waits for. */
  readonly rows: number;
  /** So long a browser has to itself before the page is opened: a new profile makes it load pages of its own. */
  readonly settleMs?: number;
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });

/** Opens one and waits until its rows are painted. */
export async function openSheet(browser: Browser, address: string, asked: SheetOptions): Promise<Sheet> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 800 } });
  const page = await context.newPage();
  const heard = { messages: 0, characters: 0 };
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      heard.messages += 1;
      heard.characters += payload.length;
    }),
  );
  // The element asks for what was chosen last time on this device.
  await page.addInitScript(prepare, JSON.stringify(asked.query));
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const url = new URL(address);
  url.searchParams.set('server', asked.server);
  url.searchParams.set('query', JSON.stringify({ ...asked.query, offset: 0, limit: 80 }));
  url.searchParams.set('rows', String(asked.rows));
  await new Promise((later) => setTimeout(later, asked.settleMs ?? 0));
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: 'nowPainted' });
  const painting = new Promise<void>((done, failed) => {
    cdp.once('Runtime.bindingCalled', () => done());
    setTimeout(() => failed(new Error(`Nothing was painted in ${PATIENCE_MS / 1_000} s.`)), PATIENCE_MS).unref();
  });
  await Promise.all([painting, page.goto(url.href, { waitUntil: 'commit' })]);
  const processor = (await secondsOf(cdp)) * 1_000;
  const { start, took } = await page.evaluate(() => (globalThis as unknown as { painted: Painted }).painted);
  let before = await secondsOf(cdp);
  return {
    page,
    painted: { fromAsking: took, fromOpening: start + took, processor },
    heard: () => ({ ...heard }),
    mainThread: async () => {
      const now = await secondsOf(cdp);
      const seconds = now - before;
      before = now;
      const long = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks.splice(0));
      return { seconds, longTasks: long.length, longest: Math.max(0, ...long) };
    },
    close: () => context.close(),
  };
}

interface Painted {
  readonly start: number;
  readonly took: number;
}

/** Runs in the page, before anything of its own. */
function prepare(choice: string): void {
  localStorage.setItem('floorwalk.floor', choice);
  // It says so itself: to ask a page lets Playwright work in it for as long as the page needs for its rows.
  let painted: unknown;
  Object.defineProperty(globalThis, 'painted', {
    get: () => painted,
    set: (value: unknown) => {
      painted = value;
      (globalThis as unknown as { nowPainted: (text: string) => void }).nowPainted('');
    },
  });
  const longTasks: number[] = [];
  Object.assign(globalThis, { longTasks });
  const observer = new PerformanceObserver((list) =>
    longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  );
  // Browsers know a kind of entry that Node does not.
  observer.observe({ type: 'longtask' as 'mark' });
}

async function secondsOf(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
}
