import type { ChatEntry } from '@floorwalk/core/protocol';
import { openLine } from './line.ts';
import type { Script } from './scripts.ts';

export interface PlayedCustomerOptions {
  readonly url: string;
  readonly socketUrl: string;
  readonly name: string;
  readonly script: Script;
  readonly random: () => number;
  readonly after: (ms: number, call: () => void) => void;
  readonly done: () => void;
}

/** Plays one live-chat customer through the customer's own endpoint: writes, reads notices, gives up when nobody comes. */
export async function playCustomer(options: PlayedCustomerOptions): Promise<() => void> {
  const { url, socketUrl, name, script, random, after, done } = options;
  const response = await fetch(new URL('/v1/chat', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      workstream: 'live-chat',
      queue: script.queue,
      subject: script.subject,
      customer: { name, locale: 'en' },
    }),
  });
  if (!response.ok) throw new Error(`The chat could not be opened: ${response.status}`);
  const { token } = (await response.json()) as { token: string };
  const mine = script.turns.filter(([who]) => who === 'c').map(([, text]) => text);
  const said = new Set<string>();
  let heardAnswers = 0;
  let isOver = false;

  const finish = (): void => {
    if (isOver) return;
    isOver = true;
    line.stop();
    done();
  };
  const line = openLine({
    url: socketUrl,
    hello: () => Promise.resolve({ type: 'hello', version: 1, token }),
    heard: (message) => {
      if (message.type === 'welcome') sayNext(0);
      if (message.type === 'entries') for (const entry of message['entries'] as ChatEntry[]) read(entry);
    },
  });

  function read(entry: ChatEntry): void {
    if (entry.type === 'notice') {
      line.send({ type: 'seen', notice: entry.id });
      if (entry.kind === 'conversationEnded' || entry.kind === 'forceClosed') finish();
      return;
    }
    if (entry.from.kind === 'customer') return;
    heardAnswers += 1;
    const next = heardAnswers;
    after(4_000 + 26_000 * random(), () => sayNext(next));
  }

  function sayNext(turn: number): void {
    const text = mine[turn];
    const id = `c-${turn}`;
    if (isOver || text === undefined || said.has(id)) return;
    said.add(id);
    line.send({ type: 'typing' });
    after(1_500, () => line.send({ type: 'say', id, text }));
  }

  // Nobody waits for ever.
  after(600_000 + 600_000 * random(), () => {
    if (!isOver) line.send({ type: 'end', id: 'bye' });
  });
  return finish;
}
