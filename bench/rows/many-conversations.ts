import { row, type RowGroup } from '../row.ts';
import { median } from '../support/figures.ts';
import { addFloor, openConversations, openStaff, startSite } from '../support/floorwalk.ts';

const WATCHERS = 50;
const HELD = 20;

/** Processor milliseconds for each word said, on a floor that holds so many live conversations and has fifty supervisors. */
async function costOn(size: number, words: number, times: number): Promise<number> {
  const site = await startSite();
  try {
    await addFloor(site.client);
    await openStaff(site, 'agent', 'ana', () => {}, true);
    const held = await openConversations(site.client, HELD, true);
    await openConversations(site.client, size - HELD, false);
    for (let i = 0; i < WATCHERS; i++) {
      const shown = Promise.withResolvers<void>();
      const socket = await openStaff(site, 'supervisor', `walker-${i % 10}`, () => shown.resolve());
      // Half of them look at what is in hand, which is where something happens.
      const query = i % 2 ? { view: 'active' } : { view: 'all', sort: 'wait', descending: true };
      socket.send(JSON.stringify({ type: 'subscribe', id: 'f', topic: { kind: 'floor', query } }));
      await shown.promise;
    }
    let answered = (): void => {};
    const agent = await openStaff(site, 'agent', 'ana', (_, text) => {
      if (text().startsWith('{"type":"answer"')) answered();
    });
    const costs: number[] = [];
    let said = 0;
    for (let time = 0; time < times; time++) {
      const before = await site.process.cpu();
      for (let i = 0; i < words; i++) {
        const { promise, resolve } = Promise.withResolvers<void>();
        answered = resolve;
        said += 1;
        const command = {
          type: 'say',
          conversation: held[said % HELD],
          message: `m-${said}`,
          text: `Word ${said}`,
          plane: 'public',
        };
        agent.send(JSON.stringify({ type: 'command', id: `c${said}`, command }));
        await Promise.all([promise, new Promise((next) => setTimeout(next, 25))]);
      }
      costs.push(((await site.process.cpu()) - before) / words);
    }
    return median(costs) * 1_000;
  } finally {
    await site.stop();
  }
}

/** Whether an event costs what is watched, or what exists. */
export const manyConversations: RowGroup = {
  name: 'many-conversations',
  measure: async ({ short }) => {
    const [few, many] = short ? [100, 400] : [1_000, 50_000];
    const [words, times] = short ? [10, 1] : [160, 3];
    const small = await costOn(few, words, times);
    const large = await costOn(many, words, times);
    const behind = `CPU ms an event with ${WATCHERS} floors open: ${large.toFixed(2)} and ${small.toFixed(2)}`;
    const name = `an event at ${many.toLocaleString('en')} live conversations, of ${few.toLocaleString('en')}`;
    return [row(name, large / small, 1.2, '×', 'less', behind)];
  },
};
