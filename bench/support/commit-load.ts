import { addAgent, addFloor, openConversations, openStaff, type Site } from './floorwalk.ts';
import type { LoadSocket } from './socket.ts';

/** What was carried out in a while. */
export interface Carried {
  readonly commands: number;
  readonly seconds: number;
}

/** People who command without a pause, sixty-four of them waiting for an answer at any time. */
export interface CommitLoad {
  /** Until that many milliseconds have gone; with `aSecond` no faster than that. */
  run(ms: number, aSecond?: number): Promise<Carried>;
  close(): void;
}

/** How many pairs of a supervisor and an agent hand conversations out and give them back. */
export const IN_FLIGHT = 64;
/** The agent of every other conversation; each of the others has one of its own. */
export const HOT = 'hot';
export const agentOf = (place: number): string => (place % 2 === 0 ? HOT : `cold-${place}`);

/** Opens the floor of such a load: `each` conversations for a pair, so that none is handed about for longer than in life. */
export async function openCommitLoad(site: Site, each: number): Promise<CommitLoad> {
  await addFloor(site.client, { acceptance: 'automatic' });
  for (let place = 0; place < IN_FLIGHT; place++) await addAgent(site.client, agentOf(place));
  const ids = await openConversations(site.client, IN_FLIGHT * each, false);
  const hands = await Promise.all(
    Array.from({ length: IN_FLIGHT }, (_, place) => openHand(site, ids.slice(place * each, (place + 1) * each), place)),
  );
  return {
    run: async (ms, aSecond) => {
      const began = performance.now();
      const until = began + ms;
      const pace = aSecond === undefined ? undefined : new Pace(aSecond, began);
      const counts = await Promise.all(
        hands.map(async (hand) => {
          let done = 0;
          while (performance.now() < until) {
            await pace?.turn();
            await hand.next();
            done += 1;
          }
          return done;
        }),
      );
      const commands = counts.reduce((sum, count) => sum + count, 0);
      return { commands, seconds: (performance.now() - began) / 1_000 };
    },
    close: () => {
      for (const hand of hands) hand.close();
    },
  };
}

/** Whoever assigns conversations, and whoever releases them again. */
interface Hand {
  next(): Promise<void>;
  close(): void;
}

async function openHand(site: Site, conversations: readonly string[], place: number): Promise<Hand> {
  const agent = agentOf(place);
  let answered: (text: string) => void = () => {};
  const hear = (_: number, text: () => string): void => answered(text());
  const supervisor = await openStaff(site, 'supervisor', `walker-${place}`, hear);
  const desk = await openStaff(site, 'agent', agent, hear, agent !== HOT || place === 0);
  let turn = 0;
  const versions = new Map<string, number>();
  const ask = (socket: LoadSocket, command: object): Promise<string> => {
    const { promise, resolve } = Promise.withResolvers<string>();
    answered = resolve;
    socket.send(JSON.stringify({ type: 'command', id: `${place}-${turn}`, command }));
    return promise;
  };
  return {
    next: async () => {
      const conversation = conversations[(turn >> 1) % conversations.length] ?? '';
      const isHeld = turn++ % 2 === 1;
      const command = isHeld ? { type: 'release', conversation } : { type: 'assign', conversation, agent };
      let answer = await ask(isHeld ? desk : supervisor, command);
      // A machine that others use too may leave the store behind for a moment; clients are told to ask again.
      while (answer.includes('"refusal":"busy"')) {
        await new Promise((later) => setTimeout(later, 100));
        answer = await ask(isHeld ? desk : supervisor, command);
      }
      const now = Number(/^\{"type":"answer".*"version":(\d+)/u.exec(answer)?.[1]);
      // Each command is one version: whatever was lost or done twice is seen here.
      const version = versions.get(conversation);
      if (Number.isNaN(now) || (version !== undefined && now !== version + 1))
        throw new Error(`After version ${version} of ${conversation} came ${answer}`);
      versions.set(conversation, now);
    },
    close: () => {
      supervisor.close();
      desk.close();
    },
  };
}

/** Lets so many through a second, whatever became of those before. */
class Pace {
  readonly #aSecond: number;
  readonly #began: number;
  #issued = 0;

  constructor(aSecond: number, began: number) {
    this.#aSecond = aSecond;
    this.#began = began;
  }

  async turn(): Promise<void> {
    const due = this.#began + (this.#issued++ * 1_000) / this.#aSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
  }
}
