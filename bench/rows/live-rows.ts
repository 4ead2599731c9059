import { row, type RowGroup } from '../row.ts';
import { openBrowser, openSheet, type MainThread } from '../support/browser.ts';
import { interleaved, median } from '../support/figures.ts';
import { addFloor, openConversations, openStaff, startSite, type Site } from '../support/floorwalk.ts';
import { servePages } from '../support/pages.ts';
import type { LoadSocket } from '../support/socket.ts';

/** Rows that change: all of them are seen. */
const VISIBLE = 12;
const A_SECOND = 1_000;
/** A connection may say fifty things a second. */
const A_SECOND_EACH = 40;
const TICK_MS = 10;

/** An agent's pages that say so many things a second until they are stopped; the result answers how many a second were. */
async function startTalk(site: Site, ids: readonly string[], aSecond: number): Promise<{ stop(): number }> {
  const pages: LoadSocket[] = [];
  // What a busy machine refuses is not said again: only what was done counts.
  let done = 0;
  for (let i = 0; i < Math.ceil(aSecond / A_SECOND_EACH); i++)
    pages.push(
      await openStaff(site, 'agent', 'ana', (_, text) => {
        if (text().startsWith('{"type":"answer"')) done += 1;
      }),
    );
  const start = performance.now();
  let said = 0;
  const timer = setInterval(() => {
    for (const due = ((performance.now() - start) * aSecond) / 1_000; said < due; said++) {
      const text = `${said} Your parcel has left the depot and will be with you today.`;
      const command = {
        type: 'say',
        conversation: ids[said % ids.length],
        message: `m-${said}`,
        text,
        plane: 'public',
      };
      pages[said % pages.length]?.send(JSON.stringify({ type: 'command', id: `c${said}`, command }));
    }
  }, TICK_MS);
  return {
    stop: () => {
      clearInterval(timer);
      for (const page of pages) page.close();
      return (done * 1_000) / (performance.now() - start);
    },
  };
}

/** The main thread of a page whose visible rows change a thousand times a second at the server. */
export const liveRows: RowGroup = {
  name: 'live-rows',
  measure: async ({ short }) => {
    const [seconds, times, aSecond] = short ? [1, 1, 100] : [4, 9, A_SECOND];
    const site = await startSite();
    const browser = await openBrowser();
    const pages = await servePages();
    try {
      await addFloor(site.client);
      const desk = await openStaff(site, 'agent', 'ana', () => {}, true);
      const ids = await openConversations(site.client, VISIBLE, true);
      await openConversations(site.client, short ? 20 : 500, false);
      const server = `http://127.0.0.1:${site.port}`;
      const query = { view: 'active', sort: 'customer', descending: false };
      const talk = await startTalk(site, ids, aSecond);
      const heard: Record<string, number[]> = {};
      const watch = (page: string) => async (): Promise<MainThread> => {
        const sheet = await openSheet(browser, `${pages.url}/${page}.html`, { server, query, rows: VISIBLE });
        await new Promise((later) => setTimeout(later, short ? 200 : 1_500));
        await sheet.mainThread();
        const before = sheet.heard().messages;
        await new Promise((later) => setTimeout(later, seconds * 1_000));
        const figures = await sheet.mainThread();
        (heard[page] ??= []).push((sheet.heard().messages - before) / seconds);
        await sheet.close();
        return figures;
      };
      const runs = await interleaved(times, { element: watch('element'), vanilla: watch('vanilla') });
      const rate = talk.stop();
      desk.close();
      const busy = (page: string): readonly number[] => (runs[page] ?? []).map((figures) => figures.seconds / seconds);
      // What disturbs the machine for a while disturbs both pages of a pair.
      const pairs = busy('element').map((share, index) => share / (busy('vanilla')[index] ?? NaN));
      const long = (runs['element'] ?? []).reduce((sum, { longTasks }) => sum + longTasks, 0);
      const percent = (page: string): string => `${(median(busy(page)) * 100).toFixed(2)} %`;
      const spread = `${Math.min(...pairs).toFixed(2)} to ${Math.max(...pairs).toFixed(2)} × in ${times} pairs`;
      const frames = (page: string): string => median(heard[page] ?? []).toFixed(1);
      const behind =
        `of a main thread: element ${percent('element')}, by hand ${percent('vanilla')}; ${spread}; ` +
        `${Math.round(rate)} changes a second done, in ${frames('element')} and ${frames('vanilla')} messages`;
      const changes = `${aSecond.toLocaleString('en')} changes a second`;
      return [
        row(`${changes}, main thread, of a vanilla window`, median(pairs), 1.3, '×', 'less', behind),
        row(`${changes}, tasks longer than 50 ms`, long, 0, 'tasks', 'less', `in ${times} × ${seconds} s`),
      ];
    } finally {
      await browser.close();
      pages.close();
      await site.stop();
    }
  },
};
