import type { Browser } from 'playwright-core';
import { row, type RowGroup } from '../row.ts';
import { openBrowser, openSheet, type FirstPaint } from '../support/browser.ts';
import { interleaved, median } from '../support/figures.ts';
import { servePages } from '../support/pages.ts';
import { startSeededSite } from '../support/seeded-site.ts';

/** As many rows as a page of this size shows. */
const ROWS = 12;

/** How often each page is opened, and how long the browser is left alone before. */
interface Runs {
  readonly times: number;
  readonly settleMs: number;
}

interface Figures {
  readonly element: FirstPaint;
  readonly vanilla: FirstPaint;
}

/** What it takes until the first rows of a floor of so many conversations are painted. */
async function paintedOn(browser: Browser, pages: string, size: number, { times, settleMs }: Runs): Promise<Figures> {
  const site = await startSeededSite(size);
  const server = `http://127.0.0.1:${site.port}`;
  const open = (page: string) => async (): Promise<FirstPaint> => {
    const sheet = await openSheet(browser, `${pages}/${page}.html`, { server, query: {}, rows: ROWS, settleMs });
    await sheet.close();
    return sheet.painted;
  };
  try {
    // Somebody looks at the floor already, as on every floor; and the browser has read the scripts once.
    const other = await openSheet(browser, `${pages}/vanilla.html`, { server, query: {}, rows: ROWS });
    await open('element')();
    const runs = await interleaved(times, { element: open('element'), vanilla: open('vanilla') });
    await other.close();
    const middle = (page: string, what: keyof FirstPaint): number => median((runs[page] ?? []).map((run) => run[what]));
    const of = (page: string): FirstPaint => ({
      fromAsking: middle(page, 'fromAsking'),
      fromOpening: middle(page, 'fromOpening'),
      processor: middle(page, 'processor'),
    });
    return { element: of('element'), vanilla: of('vanilla') };
  } finally {
    await site.stop();
  }
}

/** From when a page asks for the floor until its first rows are painted, beside a window of rows written by hand. */
export const firstRows: RowGroup = {
  name: 'first-rows',
  measure: async ({ short }) => {
    const [few, many] = short ? [100, 1_000] : [10_000, 100_000];
    const browser = await openBrowser();
    const pages = await servePages();
    try {
      const runs = short ? { times: 1, settleMs: 0 } : { times: 15, settleMs: 500 };
      const small = await paintedOn(browser, pages.url, few, runs);
      const large = await paintedOn(browser, pages.url, many, runs);
      const ms = (figure: number): string => figure.toFixed(0);
      const behind = ({ element, vanilla }: Figures): string =>
        `ms from asking: element ${ms(element.fromAsking)}, by hand ${ms(vanilla.fromAsking)}; ` +
        `from opening the page: ${ms(element.fromOpening)} and ${ms(vanilla.fromOpening)}`;
      const named = (size: number): string => `first rows of ${size.toLocaleString('en')} painted`;
      const of = ({ element, vanilla }: Figures): number => element.fromAsking / vanilla.fromAsking;
      const busy = large.element.processor / large.vanilla.processor;
      const whole = `ms from opening the page: element ${ms(large.element.processor)}, by hand ${ms(large.vanilla.processor)}`;
      const grown = large.element.fromAsking / small.element.fromAsking;
      return [
        row(`${named(few)}, of a vanilla window`, of(small), 1.25, '×', 'less', behind(small)),
        row(`${named(many)}, of a vanilla window`, of(large), 1.25, '×', 'less', behind(large)),
        row(`${named(many)}, processor time of the page`, busy, null, '×', 'less', whole),
        row(`${named(many)}, of ${few.toLocaleString('en')}`, grown, 1.25, '×', 'less', behind(large)),
      ];
    } finally {
      await browser.close();
      pages.close();
    }
  },
};
