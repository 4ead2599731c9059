import assert from 'node:assert/strict';
import { test } from 'node:test';
import { steppedClock } from '../../../../server/clock.ts';
import { ChatHub } from '../../../../server/live/customer/chat-hub.ts';
import { CustomerClient } from '../../../../server/live/customer/customer-session.ts';
import type { PublicEntry, PublicPort } from '../../../../server/live/customer/port.ts';
import type { Frame } from '../../../../server/live/frame.ts';
import { customerLimits } from '../../../../server/live/limits.ts';
import { Wheel } from '../../../../server/live/wheel.ts';

const told: PublicEntry = {
  type: 'notice',
  plane: 'public',
  offset: 1,
  id: 'n1',
  at: 5,
  kind: 'consent',
  params: { mode: 'shown' },
};

/** A tab that has said hello, over a port that reads so. */
function greeted(read: PublicPort['read']) {
  const sent: string[] = [];
  const closed: string[] = [];
  const failures: unknown[] = [];
  const failed = (error: unknown): void => void failures.push(error);
  const port: PublicPort = {
    tenant: 'acme',
    now: () => 0,
    epoch: () => 'e1',
    head: () => Promise.resolve({ offset: 1, consentDue: false }),
    words: () => ({}),
    read,
    place: () => ({ before: 1, here: true }),
    act: () => Promise.resolve({ ok: true }),
    open: () => Promise.reject(new Error('nobody opens')),
    listen: () => () => {},
  };
  const hub = new ChatHub(port, failed);
  const client = new CustomerClient(
    {
      send: (frame) => void sent.push(typeOf(frame)),
      room: () => Promise.resolve(true),
      close: (reason) => void closed.push(reason),
      check: () => {},
    },
    {
      tokens: {
        sign: () => Promise.reject(new Error('nobody signs')),
        verify: () => Promise.resolve({ tenant: 'acme', conversation: 'c1', expiresAt: 1_000 }),
      },
      hubOf: () => Promise.resolve(hub),
      now: () => 0,
      elapsed: () => 0,
      wheel: new Wheel(steppedClock(0)),
      limits: customerLimits,
      failed,
      refused: () => {},
    },
  );
  client.receive(JSON.stringify({ type: 'hello', version: 1, token: 't' }));
  return { client, hub, sent, closed, failures };
}

test('[P2] what moves on the floor while a tab is told what was said does not show in the order of what it gets', async () => {
  let answer: (entries: readonly PublicEntry[]) => void = () => {};
  const entries = new Promise<readonly PublicEntry[]>((resolve) => (answer = resolve));
  const { client, hub, sent, failures } = greeted(() => entries);
  await turn();
  assert.deepEqual(sent, ['welcome']);
  hub.queueMoved();
  assert.deepEqual(sent, ['welcome']);
  answer([told]);
  await turn();
  assert.deepEqual(sent, ['welcome', 'entries', 'place']);
  client.lost();
  assert.deepEqual(failures, []);
});

test('a tab that lacks what cannot be read comes back for it, and does not sit there saying nothing', async () => {
  let reads = 0;
  const away = new Error('the store is away');
  const { client, sent, closed, failures } = greeted(() =>
    (reads += 1) === 1 ? Promise.resolve([told]) : Promise.reject(away),
  );
  await turn();
  assert.deepEqual(sent, ['welcome', 'entries', 'place']);
  client.said([{ ...told, offset: 3 }], Buffer.from('{"type":"entries"}'));
  await turn();
  assert.deepEqual([closed, failures], [['reloaded'], [away]]);
});

/** The type of the message in a frame, whose head has no brace. */
const typeOf = (frame: Frame): string => {
  const text = frame.toString();
  return (JSON.parse(text.slice(text.indexOf('{'))) as { type: string }).type;
};

/** Lets everything that can happen without the outside happen. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
