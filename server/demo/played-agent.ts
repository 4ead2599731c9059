import type { Desk } from '@floorwalk/core/protocol';
import { openLine } from './line.ts';
import { scripts } from './scripts.ts';

export interface PlayedAgentOptions {
  readonly socketUrl: string;
  readonly token: () => Promise<string>;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** Calls after so many milliseconds of the traffic's time. */
  readonly after: (ms: number, call: () => void) => void;
}

/** Plays one agent at their desk, as a client like any other: accepts, answers by the script, ends and closes. */
export function playAgent({ socketUrl, token, random, after }: PlayedAgentOptions): () => void {
  const busyWith = new Set<string>();
  const answered = new Map<string, number>();
  let desk: Desk | undefined;
  let made = 0;
  const line = openLine({
    url: socketUrl,
    hello: async () => ({ type: 'hello', version: 1, token: await token(), desk: true }),
    heard: (message) => {
      if (message.type === 'welcome') {
        line.send({ type: 'subscribe', id: 'desk', topic: { kind: 'desk' } });
        command({ type: 'acknowledge-monitoring' });
      }
      if (message.type !== 'desk') return;
      desk = message['desk'] as Desk;
      for (const item of desk.items) consider(item);
    },
  });

  const command = (asked: object): void => line.send({ type: 'command', id: `p-${++made}`, command: asked });
  const item = (id: string) => desk?.items.find(({ row }) => row.id === id);

  /** Does the next thing for a conversation, once, after a human while. */
  function consider({ row, role }: Desk['items'][number]): void {
    const { id } = row;
    if (busyWith.has(id)) return;
    if (role === 'offeree')
      soon(id, 2_000, 20_000, () => command({ type: random() < 0.06 ? 'reject' : 'accept', conversation: id }));
    else if (role !== 'primary') return;
    else if (row.state === 'wrap-up') soon(id, 5_000, 30_000, () => command({ type: 'close', conversation: id }));
    else if (row.state === 'active') soon(id, 4_000, 45_000, () => speak(id));
  }

  function soon(id: string, least: number, most: number, act: () => void): void {
    busyWith.add(id);
    // Most answers come quickly and a few take very long, as on a real floor.
    const wait = least + (most - least) * random() ** 2 * (random() < 0.08 ? 6 : 1);
    after(wait, () => {
      busyWith.delete(id);
      act();
    });
  }

  function speak(id: string): void {
    const now = item(id);
    if (!now || now.role !== 'primary' || now.row.state !== 'active') return;
    const turns = scripts.find(({ subject }) => subject === now.row.subject)?.turns ?? [];
    const mine = turns.filter(([who]) => who === 'a');
    const said = answered.get(id) ?? 0;
    if (now.row.waitSince === null) {
      if (said >= mine.length) command({ type: 'end', conversation: id });
      else after(10_000, () => consider(now));
      return;
    }
    const text = mine[said]?.[1] ?? 'Thank you. Is there anything else I can do for you?';
    answered.set(id, said + 1);
    command({ type: 'say', conversation: id, message: `a-${id}-${said}`, text, plane: 'public' });
    if (said + 1 > mine.length) after(8_000, () => command({ type: 'end', conversation: id }));
  }

  return () => line.stop();
}
