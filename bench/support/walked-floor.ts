import { addFloor, openConversations, openStaff } from './floorwalk.ts';
import { startSeededSite } from './seeded-site.ts';

const HELD = 20;
/** Between two words, so that each is an event of its own and rows are sent in between. */
const PAUSE_MS = 25;

/** A floor of so many live conversations that supervisors look at, in twenty of which an agent writes. */
export interface WalkedFloor {
  /** Says so many words one after the other; the server's processor milliseconds for each. */
  say(words: number): Promise<number>;
  /** Bytes of heap that the server holds on to. */
  heap(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts one with so many conversations and supervisors. */
export async function openWalkedFloor(size: number, watchers: number): Promise<WalkedFloor> {
  const site = await startSeededSite(size - HELD);
  try {
    await addFloor(site.client);
    const desk = await openStaff(site, 'agent', 'ana', () => {}, true);
    const held = await openConversations(site.client, HELD, true);
    for (let i = 0; i < watchers; i++) {
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
    let said = 0;
    const sayOne = async (): Promise<void> => {
      const { promise, resolve } = Promise.withResolvers<void>();
      answered = resolve;
      said += 1;
      const [conversation, message, text] = [held[said % HELD], `m-${said}`, `Word ${said}`];
      const command = { type: 'say', conversation, message, text, plane: 'public' };
      agent.send(JSON.stringify({ type: 'command', id: `c${said}`, command }));
      await Promise.all([promise, new Promise((next) => setTimeout(next, PAUSE_MS))]);
    };
    return {
      say: async (words) => {
        const before = await site.process.cpu();
        for (let i = 0; i < words; i++) await sayOne();
        return (((await site.process.cpu()) - before) * 1_000) / words;
      },
      heap: () => site.process.ask('collect'),
      stop: async () => {
        for (const socket of [desk, agent]) socket.close();
        await site.stop();
      },
    };
  } catch (error) {
    await site.stop();
    throw error;
  }
}
