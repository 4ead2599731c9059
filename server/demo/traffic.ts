import { playAgent } from './played-agent.ts';
import { playCustomer } from './played-customer.ts';
import { customers, scripts } from './scripts.ts';
import { playedAgents } from './seed.ts';

export interface TrafficOptions {
  /** Where the server listens, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly log: { warn(data: object, sentence: string): void };
  /** How many live chats are kept going. */
  readonly chats?: number;
  /** How many conversations of asynchronous channels. */
  readonly messages?: number;
  readonly random?: () => number;
}

const ARRIVAL_MS = 4_000;

/** Plays the demonstration's agents and customers, all of them clients of the public interface. The result stops them. */
export function startTraffic({
  url,
  log,
  chats = 26,
  messages = 10,
  random = Math.random,
}: TrafficOptions): () => void {
  const stops = new Set<() => void>();
  const timers = new Set<NodeJS.Timeout>();
  let isStopped = false;
  let live = 0;
  let asynchronous = 0;
  let made = 0;

  const after = (ms: number, call: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (!isStopped) call();
    }, ms);
    timers.add(timer);
  };
  const post = async (path: string, body: object, token?: string): Promise<Record<string, string>> => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const response = await fetch(new URL(path, url), { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as Record<string, string>;
  };
  const tokenFor = async (role: string, user?: string): Promise<string> =>
    (await post('/demo/token', { role, ...(user ? { user } : {}) }))['token'] ?? '';
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(random() * list.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };

  const liveUrl = socket(url, '/v1/live');
  for (const agent of playedAgents)
    stops.add(playAgent({ socketUrl: liveUrl, token: () => tokenFor('agent', agent), random, after }));

  async function chat(): Promise<void> {
    live += 1;
    const stop = await playCustomer({
      url,
      socketUrl: socket(url, '/v1/chat'),
      name: pick(customers),
      script: pick(scripts),
      random,
      after,
      done: () => {
        live -= 1;
        stops.delete(stop);
      },
    });
    stops.add(stop);
  }

  /** A customer on WhatsApp or SMS, through the integration's way in. */
  async function message(): Promise<void> {
    const script = pick(scripts);
    const token = await tokenFor('integration', 'crm');
    const name = pick(customers);
    const opened = await post(
      '/v1/conversations',
      {
        workstream: pick(['whatsapp', 'sms']),
        queue: script.queue,
        customer: { name, locale: 'en' },
        subject: script.subject,
        context: { type: 'case', id: `${4700 + made}` },
      },
      token,
    );
    asynchronous += 1;
    let turn = 0;
    const say = (): void => {
      const text = script.turns.filter(([who]) => who === 'c')[turn]?.[1];
      if (text === undefined) {
        asynchronous -= 1;
        return;
      }
      turn += 1;
      const id = `m-${opened['id']}-${turn}`;
      void tokenFor('integration', 'crm')
        .then((fresh) =>
          post(
            `/v1/conversations/${opened['id']}/messages`,
            { id, text, plane: 'public', from: { customer: {} } },
            fresh,
          ),
        )
        .catch((cause: unknown) => log.warn({ err: cause }, 'a made-up customer could not write'));
      after(30_000 + 60_000 * random(), say);
    };
    say();
  }

  const arrive = (): void => {
    made += 1;
    const starting = live < chats ? chat() : asynchronous < messages ? message() : Promise.resolve();
    starting.catch((cause: unknown) => {
      live = Math.max(0, live - 1);
      log.warn({ err: cause }, 'a made-up customer could not start');
    });
    // The floor fills quickly at the start and then has a steady coming and going.
    after(made < chats ? 350 : ARRIVAL_MS * (0.5 + random()), arrive);
  };
  for (let i = 0; i < messages / 2; i++)
    after(
      1_000 + 300 * i,
      () => void message().catch((cause: unknown) => log.warn({ err: cause }, 'a made-up customer could not start')),
    );
  after(500, arrive);

  return () => {
    isStopped = true;
    for (const timer of timers) clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

const socket = (url: string, path: string): string => {
  const address = new URL(path, url);
  address.protocol = address.protocol.replace('http', 'ws');
  return address.href;
};
