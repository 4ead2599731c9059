import type { Browser } from 'playwright-core';
import { row, type RowGroup } from '../row.ts';
import { openBrowser, openSheet } from '../support/browser.ts';
import { interleaved, median } from '../support/figures.ts';
import { servePages } from '../support/pages.ts';
import { startSeededSite } from '../support/seeded-site.ts';

/** As many rows as a page of this size shows. */
const ROWS = 12;

interface Painted {
  readonly fromAsking: number;
  readonly fromOpening: number;
}

interface Figures {
  readonly element: Painted;
  readonly vanilla: Painted;
}

/** Milliseconds until the first rows of a floor of so many conversations are painted. */
async function paintedOn(browser: Browser, pages: string, size: number, times: number): Promise<Figures> {
  const site = await startSeededSite(size);
  const server = `http://127.0.0.1:${site.port}`;
  const open = (page: string) => async (): Promise<Painted> => {
    const sheet = await openSheet(browser, `${pages}/${page}.html`, { server, query: {}, rows: ROWS });
    await sheet.close();
    return sheet.painted;
  };
  try {
    // Somebody looks at the floor already, as on every floor; and the browser has read the scripts once.
    const other = await openSheet(browser, `${pages}/vanilla.html`, { server, query: {}, rows: ROWS });
    await open('element')();
    const runs = await interleaved(times, { element: open('element'), vanilla: open('vanilla') });
    await other.close();
    const of = (page: string): Painted => ({
      fromAsking: median((runs[page] ?? []).map(({ fromAsking }) => fromAsking)),
      fromOpening: median((runs[page] ?? []).map(({ fromOpening }) => fromOpening)),
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
      const times = short ? 1 : 9;
      const small = await paintedOn(browser, pages.url, few, times);
      const large = await paintedOn(browser, pages.url, many, times);
      const ms = (figure: number): string => figure.toFixed(0);
      const behind = ({ element, vanilla }: Figures): string =>
        `ms from asking: element ${ms(element.fromAsking)}, by hand ${ms(vanilla.fromAsking)}; ` +
        `from opening the page: ${ms(element.fromOpening)} and ${ms(vanilla.fromOpening)}`;
      const named = (size: number): string => `first rows of ${size.toLocaleString('en')} painted`;
      const of = ({ element, vanilla }: Figures): number => element.fromAsking / vanilla.fromAsking;
      const grown = large.element.fromAsking / small.element.fromAsking;
      return [
        row(`${named(few)}, of a vanilla window`, of(small), 1.25, '×', 'less', behind(small)),
        row(`${named(many)}, of a vanilla window`, of(large), 1.25, '×', 'less', behind(large)),
        row(`${named(many)}, of ${few.toLocaleString('en')}`, grown, 1.25, '×', 'less', behind(large)),
      ];
    } finally {
      await browser.close();
      pages.close();
    }
  },
};
