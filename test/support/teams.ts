import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../bot/clock.ts';
import { readBotConfig } from '../../bot/config.ts';
import { silentLogger } from '../../bot/log.ts';
import { startBot, type RunningBot } from '../../bot/start-bot.ts';
import type { CardJson, Outgoing, Place } from '../../bot/transport/activity.ts';
import type { Sent, Transport } from '../../bot/transport/transport.ts';
import type { Site } from './site.ts';

export const TENANT = '11111111-1111-1111-1111-111111111111';
/** The object ids by which Entra knows the world's supervisors. */
export const objects = {
  ines: '00000000-0000-0000-0000-000000000101',
  jonas: '00000000-0000-0000-0000-000000000102',
} as const;

/** So many turns of a wait are taken without a pause. */
const AT_ONCE = 200;

/** A clock that stands still until it is told. */
export interface BotClock extends Clock {
  pass(ms: number): void;
}

export function botClock(start: number): BotClock {
  let now = start;
  let timers: { readonly at: number; readonly call: () => void }[] = [];
  return {
    now: () => now,
    after: (ms, call) => {
      const timer = { at: now + ms, call };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
    pass: (ms) => {
      const until = now + ms;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
        if (!next) break;
        now = Math.max(now, next.at);
        timers = timers.filter((one) => one !== next);
        next.call();
      }
      now = until;
    },
  };
}

/** One request that reached the service. */
export interface Shown {
  readonly how: 'post' | 'edit' | 'begin';
  readonly id: string;
  readonly place: Place;
  readonly activity: Outgoing;
  /** What the service answered. */
  readonly answered: Sent;
}

/** What the service answers to the next requests, in order; `sent` once nothing is left. */
export type Script = (Sent | 'sent')[];

/** A service that keeps what it is sent and believes whoever asks. */
export function recordingTransport(script: Script = []): { readonly transport: Transport; readonly shown: Shown[] } {
  const shown: Shown[] = [];
  const answer = (how: Shown['how'], id: string, place: Place, activity: Outgoing): Promise<Sent> => {
    const next = script.shift() ?? 'sent';
    const answered: Sent = next === 'sent' ? { how: 'sent', id } : next;
    shown.push({ how, id, place, activity: structuredClone(activity), answered });
    return Promise.resolve(answered);
  };
  return {
    shown,
    transport: {
      receive: async (_authorization, activity, handle) => (await handle(activity)) ?? { status: 200 },
      post: (place, activity) => answer('post', `a${shown.length + 1}`, place, activity),
      begin: (place, activity) =>
        answer('begin', `${place.conversation};messageid=${shown.length + 1}`, place, activity),
      edit: (place, id, activity) => answer('edit', id, place, activity),
    },
  };
}

/** What a message shows, all its texts in one. */
export const textOf = (activity: unknown): string => {
  if (Array.isArray(activity)) return activity.map(textOf).join('\n');
  if (typeof activity !== 'object' || activity === null) return '';
  return Object.entries(activity)
    .map(([key, value]) =>
      typeof value === 'string' && ['text', 'title', 'label', 'placeholder', 'value'].includes(key)
        ? value
        : textOf(value),
    )
    .filter((text) => text !== '')
    .join('\n');
};

/** The bot beside a site, and supervisors who type and click in their personal chats. */
export interface Teams {
  readonly bot: RunningBot;
  readonly clock: BotClock;
  readonly shown: readonly Shown[];
  /** Says something; resolves when the bot has handled it. */
  say(who: keyof typeof objects, text: string, more?: object): Promise<void>;
  /** Clicks a button of a card by its title; the answer's card, or what it says instead. */
  click(who: keyof typeof objects, card: CardJson, title: string, inputs?: object): Promise<CardJson>;
  /** Sends an activity as it is. */
  send(activity: object): Promise<{ readonly status: number; readonly body: unknown }>;
  activity(who: keyof typeof objects, more: object): Record<string, unknown>;
  /** Lets time pass until the last messages to this person satisfy the test. */
  until(isSo: (shown: readonly Shown[]) => boolean): Promise<void>;
  /** The latest card sent to this person whose text has these words. */
  cardOf(who: keyof typeof objects, words: string): CardJson;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface TeamsOptions {
  readonly script?: Script;
  /** The SDK itself, in front of a service at this address. */
  readonly serviceUrl?: string;
  /** More settings of the bot. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Puts the supervisors' accounts into the site's directory. */
export async function saveAccounts(site: Site): Promise<void> {
  const ada = await site.token('administrator', 'ada');
  for (const [id, object] of Object.entries(objects)) {
    const body = { name: id, roles: ['supervisor'], scope: 'all', identities: [{ entra: { tenant: TENANT, object } }] };
    await site.call(ada, 'PUT', `/v1/directory/people/${id}`, { body });
  }
}

/** Starts one, with the supervisors' accounts in the site's directory. */
export async function startTeams(site: Site, options: TeamsOptions = {}): Promise<Teams> {
  await saveAccounts(site);
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-bot-'));
  const clock = botClock(site.clock.now());
  const { transport, shown } = recordingTransport(options.script);
  const config = readBotConfig({
    BOT_DEMO: '1',
    BOT_PORT: '0',
    BOT_SERVER: site.url,
    BOT_DATA: folder,
    ...options.env,
  });
  const start = (): Promise<RunningBot> =>
    startBot(config, {
      log: silentLogger,
      clock,
      random: () => 0.5,
      ...(options.serviceUrl === undefined && { transport: () => Promise.resolve(transport) }),
    });
  let bot = await start();
  let made = 0;
  const activity: Teams['activity'] = (who, more) => ({
    id: `in-${++made}`,
    channelId: 'msteams',
    serviceUrl: options.serviceUrl ?? 'http://127.0.0.1:9/connector',
    from: { id: `29:${who}`, name: who, aadObjectId: objects[who] },
    recipient: { id: '28:bot' },
    conversation: { id: `a:${who}`, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    ...more,
  });
  const send: Teams['send'] = async (body) => {
    const response = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };
  const teams: Teams = {
    get bot() {
      return bot;
    },
    clock,
    shown,
    activity,
    send,
    say: async (who, text, more = {}) => {
      const { status } = await send(activity(who, { type: 'message', text, ...more }));
      if (status !== 200) throw new Error(`said, but ${status}`);
    },
    click: async (who, card, title, inputs = {}) => {
      const { body } = await send(activity(who, clickOn(card, title, inputs)));
      const { value } = body as { value: CardJson | string };
      return typeof value === 'string' ? { text: value } : value;
    },
    until: async (isSo) => {
      for (let turn = 0; turn < 4_000; turn++) {
        if (isSo(shown)) return;
        await bot.watches.settled();
        // What takes long is not of this process: a disk, a busy machine.
        if (turn < AT_ONCE) for (let i = 0; i < 5; i++) await new Promise(setImmediate);
        else await new Promise((go) => setTimeout(go, 2));
        clock.pass(50);
      }
      throw new Error(`It never was so. Shown: ${shown.map((one) => textOf(one.activity)).join('\n---\n')}`);
    },
    cardOf: (who, words) => {
      const found = shown.findLast(
        ({ place, activity: sent }) =>
          place.user === `29:${who}` && 'attachments' in sent && textOf(sent).includes(words),
      );
      if (!found || !('attachments' in found.activity)) throw new Error(`No card says ${words}.`);
      return found.activity.attachments[0].content;
    },
    restart: async () => {
      await bot.close();
      bot = await start();
    },
    close: async () => {
      await bot.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return teams;
}

/** The invoke of a click on a button of this card. */
export function clickOn(card: CardJson, title: string, inputs: object = {}): object {
  const found = actionsOf(card).find((action) => action['title'] === title);
  if (!found)
    throw new Error(
      `No button ${title}: ${actionsOf(card)
        .map((action) => String(action['title']))
        .join(', ')}`,
    );
  const data = { ...(found['data'] as object), ...(found['associatedInputs'] === 'none' ? {} : inputs) };
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: 'a-card',
    value: { action: { type: 'Action.Execute', title, verb: found['verb'], data } },
  };
}

/** Every button of a card. */
export function actionsOf(part: unknown): Record<string, unknown>[] {
  if (Array.isArray(part)) return part.flatMap(actionsOf);
  if (typeof part !== 'object' || part === null) return [];
  const own = 'type' in part && part.type === 'Action.Execute' ? [part as Record<string, unknown>] : [];
  return [...own, ...Object.values(part).flatMap(actionsOf)];
}
