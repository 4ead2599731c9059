import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close } from '@floorwalk/core/protocol';
import type { Client } from '../server/live/support/client.ts';
import { seeded } from '../server/live/support/seeded.ts';
import { examplesOf } from './support/corpus.ts';
import { storeNames } from './support/house.ts';
import { mutate, nasty, pick, scramble, type Random } from './support/mutate.ts';
import { openTarget, type Target } from './support/target.ts';

const rounds = Number(process.env['FUZZ'] ?? 600);
const first = Number(process.env['FUZZ_SEED'] ?? 1);

/** Codes that a connection may end with: the table's, and the library's for broken frames. */
const codes = new Set<number>([...Object.values(close).map(({ code }) => code), 1002, 1006, 1007, 1009]);

const endpoints = {
  staff: { path: '/v1/live', examples: examplesOf('staff client'), people: ['ines', 'jonas', 'ana', 'ben'] },
  customer: { path: '/v1/chat', examples: examplesOf('chat client'), people: [''] },
} as const;

for (const store of storeNames)
  for (const [endpoint, { path, examples, people }] of Object.entries(endpoints))
    test(`${rounds} mutated messages on the ${endpoint} socket end in an answer or a code of the table, on ${store}`, async (t) => {
      const target = await openTarget({ store });
      t.after(() => target.close());
      assert.ok(examples.length >= 6);
      let open: Client | undefined;
      let sockets = 0;
      const clients: Client[] = [];
      for (let seed = first; seed < first + rounds; seed++) {
        const random = seeded(seed);
        if (open?.ws.readyState !== 1) {
          open = await greeted(target, path, pick(random, people), random);
          clients.push(open);
          sockets += 1;
        }
        send(open, random, pick(random, examples), target);
        if (random() < 0.5) await open.sync();
        // The allowance of messages is another test's; here what they do is looked at.
        if (seed % 10 === 0) target.house.clock.step(2_000);
        if (clients.length > 20) await examineAll(clients, target);
      }
      await target.house.settle();
      await examineAll(clients, target);
      await target.stillWorks();
      t.diagnostic(`${rounds} messages to the ${endpoint} socket on ${store}, over ${sockets} connections`);
    });

async function greeted(target: Target, path: '/v1/live' | '/v1/chat', person: string, random: Random): Promise<Client> {
  const client = await target.house.connect(path);
  const token = person === '' ? target.chat.token : await target.house.token('acme', person);
  // Now and then the very first word is a mutated one, or none comes.
  const hello = { type: 'hello', version: 1, token };
  client.send(JSON.stringify(random() < 0.2 ? mutate(hello, random) : hello));
  await client.sync();
  return client;
}

function send(client: Client, random: Random, example: object, { chat }: Target): void {
  // The examples speak of a conversation that is not here; most of them speak of the one that is.
  const text = JSON.stringify(example).replaceAll('"c-7"', JSON.stringify(random() < 0.8 ? chat.conversation : 'c-7'));
  const message = JSON.parse(text) as object;
  const unlike = 'type' in message && message.type === 'hello' && random() < 0.9 ? { type: 'pong' } : message;
  const sent = Buffer.from(JSON.stringify(random() < 0.2 ? unlike : mutate(unlike, random)));
  const chance = random();
  if (chance < 0.03) client.ws.send(sent, { binary: true });
  else if (chance < 0.05) client.ws.send(scramble(sent, random), { binary: false });
  else if (chance < 0.07) client.ws.send(Buffer.alloc(70_000, 'x'), { binary: false });
  else if (chance < 0.1) {
    client.socket.write(scramble(Buffer.from([0x81, 0x85, 1, 2, 3, 4, 5, 6, 7, 8, 9]), random));
    // Half a frame would swallow whatever comes next; that it is never completed is the other half of the trick.
    client.cut();
  } else if (chance < 0.12) client.ws.send(JSON.stringify(pick(random, nasty)) ?? '');
  else client.ws.send(sent, { binary: false });
}

/** Looks at everything that was sent to connections, and lets go of those that have ended. */
async function examineAll(clients: Client[], target: Target): Promise<void> {
  for (const client of clients.splice(0)) {
    for (const text of client.texts) target.examine(text, text.slice(0, 500));
    if (client.ws.readyState === client.ws.OPEN) {
      client.cut();
      continue;
    }
    const { code } = await client.closed;
    assert.ok(codes.has(code), `closed with ${code}`);
  }
}
