import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { createClient } from '../../server/replay/floorwalk-client.ts';
import { openCustomer } from './customer-line.ts';
import type { Load } from './load.ts';
import type { HeldEntry } from './pictures.ts';
import { FLOOR_QUERY } from './staff-line.ts';
import { Tally } from './tally.ts';

interface Row {
  readonly id: string;
  readonly state: string;
  readonly phase: string | null;
  readonly agent: { readonly id: string } | null;
  readonly pending: { readonly agent: { readonly id: string } } | null;
}
interface Card {
  readonly id: string;
  readonly conversations: readonly { readonly id: string }[];
}
interface List<T> {
  readonly items: readonly T[];
}

const WITHIN_MS = 20_000;
const AGAIN_MS = 200;

/** Waits until everybody has the same picture as somebody who comes in now; answers what still differs after that. */
export async function differencesAtRest(urls: readonly string[], load: Load): Promise<readonly string[]> {
  const giveUpAt = Date.now() + WITHIN_MS;
  for (;;) {
    const found = await differences(urls, load).catch((cause: unknown) => [String(cause)]);
    if (found.length === 0 || Date.now() > giveUpAt) return found;
    await delay(AGAIN_MS);
  }
}

/** Where servers differ from each other, the ledger from the states, or a conversation has not exactly one primary; waits as above. */
export async function disagreements(urls: readonly string[]): Promise<readonly string[]> {
  const giveUpAt = Date.now() + WITHIN_MS;
  for (;;) {
    const found = between(await Promise.all(urls.map(look)));
    if (found.length === 0 || Date.now() > giveUpAt) return found;
    await delay(AGAIN_MS);
  }
}

function between(seen: readonly Awaited<ReturnType<typeof look>>[]): string[] {
  const [first] = seen;
  if (!first) return ['there is no server'];
  return [
    ...seen.flatMap(({ url, rows, cards, ledger }) => [
      ...ledger,
      ...differing(`the floor of ${url}`, first.rows, rows),
      ...differing(`agents of ${url}`, first.cards, cards),
    ]),
    ...onePrimary(first.rows, first.cards),
  ];
}

async function differences(urls: readonly string[], load: Load): Promise<readonly string[]> {
  const away = load.staff.filter(({ line }) => !line.isUp).map(({ user }) => `${user} is not connected`);
  const seen = await Promise.all(urls.map(look));
  const problems = [...away, ...between(seen)];
  for (const { role, user, floor } of load.staff)
    if (role === 'supervisor') {
      const held = new Map([...floor.rows].map(([id, row]) => [id, timeless(row)]));
      problems.push(...differing(`the floor that ${user} sees`, seen[0]?.rows ?? new Map(), held));
    }
  problems.push(...(await talksThatDiffer(urls, load)), ...(await chatsThatDiffer(urls, load)));
  return problems;
}

async function look(url: string) {
  const client = createClient(url, Date.now);
  const query = `view=${FLOOR_QUERY.view}&sort=${FLOOR_QUERY.sort}&limit=${FLOOR_QUERY.limit}`;
  const floor = await client.get<List<Row>>(`/v1/floor?${query}`, 'supervisor ines');
  const agents = await client.get<List<Card>>('/v1/agents', 'supervisor ines');
  const { items } = await client.get<List<object>>('/v1/audit/ledger', 'administrator ada');
  return {
    url,
    rows: new Map(floor.items.map((row) => [row.id, timeless(row)])),
    cards: new Map(agents.items.map((card) => [card.id, card])),
    ledger: items.map((difference) => `the ledger of ${url}: ${JSON.stringify(difference)}`),
  };
}

/** Reasons are made anew from the time. */
function timeless<T extends object>(row: T): T {
  const { reasons: _reasons, ...rest } = row as T & { reasons?: unknown };
  return rest as T;
}

function differing<T>(where: string, a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((id) => !isDeepStrictEqual(a.get(id), b.get(id)))
    .map((id) => `${where}: ${id} is ${JSON.stringify(b.get(id))} and should be ${JSON.stringify(a.get(id))}`);
}

/** Whoever is engaged is on the card of exactly one agent, the primary; nobody else's card has what is not offered to them (C2, K3). */
function onePrimary(rows: ReadonlyMap<string, Row>, cards: ReadonlyMap<string, Card>): string[] {
  return [...rows.values()].flatMap(({ id, state, phase, agent, pending }) => {
    const on = [...cards.values()]
      .filter((card) => card.conversations.some((one) => one.id === id))
      .map((card) => card.id);
    const isHeld = state === 'active';
    const holders = isHeld
      ? [...(phase === 'engaged' && agent ? [agent.id] : []), ...(pending ? [pending.agent.id] : [])]
      : [];
    const isRight =
      state === 'wrap-up'
        ? on.every((card) => card === agent?.id)
        : isDeepStrictEqual(on.toSorted(), [...new Set(holders)].toSorted());
    const hasPrimary = state !== 'active' || phase !== 'engaged' || agent !== null;
    return isRight && hasPrimary
      ? []
      : [`${id} is ${state} ${phase} with ${agent?.id}, on the cards of ${on.join(', ')}`];
  });
}

async function talksThatDiffer(urls: readonly string[], { staff }: Load): Promise<string[]> {
  const problems: string[] = [];
  for (const { user, role, talks } of staff)
    for (const [conversation, { entries }] of talks) {
      const url = urls[conversation.charCodeAt(0) % urls.length] ?? '';
      const client = createClient(url, Date.now);
      const path = `/v1/conversations/${conversation}/messages`;
      const { items } = await client.get<List<HeldEntry>>(path, `${role} ${user}`);
      const [held, stored] = [entries, items].map(placesOf);
      if (!isDeepStrictEqual(held, stored))
        problems.push(`${user} has ${held} of ${conversation}, stored is ${stored}`);
    }
  return problems;
}

async function chatsThatDiffer(urls: readonly string[], { customers }: Load): Promise<string[]> {
  const found = await Promise.all(
    [...customers].map(async ({ conversation, token, picture, line }) => {
      if (!line.isUp) return [`the customer of ${conversation} is not connected`];
      const url = urls[conversation.charCodeAt(1) % urls.length] ?? '';
      const fresh = await freshChat(url, token, conversation);
      const [held, stored] = [picture.entries, fresh].map((all) =>
        all.map(({ offset, id }) => `${offset} ${id}`).join(),
      );
      return held === stored ? [] : [`the customer of ${conversation} has ${held}, a fresh one ${stored}`];
    }),
  );
  return found.flat();
}

/** What a customer's page is sent that opens now. */
async function freshChat(url: string, token: string, conversation: string) {
  const fresh = openCustomer({ token, conversation, pick: () => url, tally: new Tally() });
  try {
    const giveUpAt = Date.now() + WITHIN_MS;
    while (fresh.picture.entries.length === 0 && Date.now() < giveUpAt) await delay(10);
    return [...fresh.picture.entries];
  } finally {
    fresh.leave();
  }
}

const placesOf = (entries: readonly HeldEntry[]): string =>
  entries
    .map(({ plane, offset, id }) => `${plane} ${String(offset).padStart(6, '0')} ${id}`)
    .toSorted()
    .join();
