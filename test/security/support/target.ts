import assert from 'node:assert/strict';
import type { DirectoryEntry } from '@floorwalk/core/directory';
import { openHouse, type House, type HouseOptions } from './house.ts';
import { pick, type Random } from './mutate.ts';
import { done } from './scene.ts';

/** Stands in everything of the other tenant, which nobody who attacks belongs to. */
export const FOREIGN = 'zforeignwordz';

/** A house to be attacked: one tenant whose people attack, and another one whose words must not come out. */
export interface Target {
  readonly house: House;
  /** Ids that name something, and some that name nothing. */
  readonly words: readonly string[];
  /** Somebody's header, of any role, or one that is worth nothing. */
  authorization(random: Random): Promise<Record<string, string>>;
  /** A token of the customer of the attacked conversation, and its id. */
  readonly chat: { readonly token: string; readonly conversation: string };
  /** Fails if the server said something that is nobody's business. */
  examine(text: string, told: string): void;
  /** Fails if anything was broken: the server's health, its record of errors, the ledger, the next conversation. */
  stillWorks(): Promise<void>;
  close(): Promise<void>;
}

const tenants = ['acme', 'globex'];

export async function openTarget(options: HouseOptions = {}): Promise<Target> {
  const house = await openHouse({ ...options, tenants, edit: namedForeign });
  const foreign = { id: 'foreign', workstream: 'live-chat', customer: { name: FOREIGN, id: 'k-1' }, subject: FOREIGN };
  await done(house.call(house.key('globex'), 'POST', '/v1/conversations', { body: foreign }));
  await house.panel('acme', 'ana', { desk: true });
  await house.panel('acme', 'ben', { desk: true });
  const started = await done(house.call(undefined, 'POST', '/v1/chat', { body: { customer: { name: 'Mara' } } }));
  const chat = { token: String(started.json['token']), conversation: String(started.json['conversation']) };
  const as = async (person: string, verb: string, body: object = {}) =>
    done(
      house.call(await house.token('acme', person), 'POST', `/v1/conversations/${chat.conversation}/${verb}`, { body }),
    );
  await as('ines', 'assign', { agent: 'ana' });
  await as('ana', 'accept');
  const names = [
    'ana',
    'ben',
    'ines',
    'assistant',
    'billing',
    'delivery',
    'live-chat',
    'whatsapp',
    'foreign',
    'nobody',
    'm-1',
    'available',
  ];
  const words = [chat.conversation, chat.conversation, ...names];
  const tokens = new Map<string, string>();
  const tokenOf = async (person: string): Promise<string> => {
    const known = tokens.get(person) ?? (await house.token('acme', person));
    tokens.set(person, known);
    return known;
  };
  return {
    house,
    words,
    chat,
    authorization: async (random) => {
      const chance = random();
      if (chance < 0.05) return {};
      if (chance < 0.1)
        return {
          authorization: pick(random, [
            'Bearer',
            'Basic YTpi',
            'Bearer a.b.c',
            `Bearer ${chat.token}`,
            'x'.repeat(3_000),
          ]),
        };
      if (chance < 0.3) return { authorization: `Bearer ${house.key('acme')}` };
      return {
        authorization: `Bearer ${await tokenOf(pick(random, ['ines', 'jonas', 'ana', 'ben', 'ada', 'assistant']))}`,
      };
    },
    examine: (text, told) => {
      assert.ok(!text.includes(FOREIGN), `another tenant's word: ${told}`);
      assert.doesNotMatch(
        text,
        /node:internal|file:\/\/|\/server\/|\/node_modules\/|SQLITE|ERR_[A-Z]|\.lua|at async /u,
        told,
      );
    },
    stillWorks: async () => {
      await house.settle();
      assert.equal((await house.call(undefined, 'GET', '/readyz')).status, 200);
      assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
      const wrong = house.logged.filter((line) => (JSON.parse(line) as { level: number }).level >= 40);
      assert.deepEqual(wrong, []);
      assert.ok(!house.logged.join('').includes(FOREIGN));
      for (const id of tenants) assert.deepEqual(await (await house.tenant(id)).auditLedger(), []);
      const next = await done(house.call(undefined, 'POST', '/v1/chat', { body: {} }));
      const tab = await house.tab(String(next.json['token']));
      tab.send({ type: 'say', id: 'after', text: 'Is anybody there?' });
      assert.equal((await tab.type('accepted'))['id'], 'after');
    },
    close: () => house.close(),
  };
}

function namedForeign(entry: DirectoryEntry, tenant: string): DirectoryEntry {
  if (tenant !== 'globex' || entry.kind === 'policy') return entry;
  return { ...entry, value: { ...entry.value, name: `${entry.value.name} ${FOREIGN}` } } as DirectoryEntry;
}
