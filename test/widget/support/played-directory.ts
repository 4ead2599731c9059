import {
  defaultPolicy,
  personDefaults,
  queueDefaults,
  workstreamDefaults,
  type Person,
  type Policy,
  type Queue,
  type Workstream,
} from '@floorwalk/core/directory';

interface Whole {
  queues: Queue[];
  workstreams: Workstream[];
  people: Person[];
  integrations?: object[];
  policy: Policy;
  versions: Record<string, number>;
}

/** What was asked of the directory. */
export interface Put {
  readonly path: string;
  readonly query: string;
  readonly version: string;
  readonly body: Record<string, unknown>;
}

/** A server's directory behind `fetch`: it keeps what is put, counts versions, and refuses what a test says. */
export interface PlayedDirectory {
  readonly whole: Whole;
  readonly puts: Put[];
  /** What saving does; asked before and told after. */
  effects: readonly object[];
  /** The next answers, in place of its own. */
  readonly next: (Response | Error)[];
  /** Somebody else saves a queue. */
  elsewhere(queue: string, change: Partial<Queue>): void;
  stop(): void;
}

export function playDirectory(): PlayedDirectory {
  const person = (id: string, name: string, more: Partial<Person>): Person => ({
    ...personDefaults,
    id,
    name,
    roles: [],
    ...more,
  });
  const whole: Whole = {
    queues: [
      { id: 'billing', name: 'Billing', ...queueDefaults },
      { id: 'delivery', name: 'Delivery', ...queueDefaults, distribution: 'pick' },
    ],
    workstreams: [{ id: 'live-chat', name: 'Live chat', queue: 'billing', ...workstreamDefaults('liveChat') }],
    people: [
      person('ana', 'Ana Kovač', { roles: ['agent'], queues: ['billing'] }),
      person('ben', 'Ben Adeyemi', { roles: ['agent'], queues: ['billing', 'delivery'] }),
      person('ines', 'Ines Carvalho', { roles: ['supervisor'], scope: 'all' }),
    ],
    policy: defaultPolicy,
    versions: { 'queue:billing': 3, 'queue:delivery': 1, 'person:ines': 2, 'policy:policy': 5 },
  };
  const fetched = globalThis.fetch;
  const played: PlayedDirectory = {
    whole,
    puts: [],
    effects: [],
    next: [],
    elsewhere: (queue, change) => {
      whole.queues = whole.queues.map((it) => (it.id === queue ? { ...it, ...change } : it));
      whole.versions[`queue:${queue}`] = (whole.versions[`queue:${queue}`] ?? 0) + 1;
    },
    stop: () => {
      globalThis.fetch = fetched;
    },
  };
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const answer = played.next.shift();
    if (answer instanceof Error) throw answer;
    if (answer) return answer;
    if (init?.method !== 'PUT') return Response.json(whole);
    const headers = new Headers(init.headers);
    const body = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as Record<string, unknown>;
    const put = { path: url.pathname, query: url.search, version: headers.get('if-match') ?? '', body };
    played.puts.push(put);
    return save(whole, put) ?? Response.json({ value: body, effects: played.effects });
  };
  return played;
}

const kinds = { queues: 'queue', workstreams: 'workstream', people: 'person' } as const;

/** Saves unless it is a try; a refusal where the version is another. */
function save(whole: Whole, { path, query, version, body }: Put): Response | undefined {
  const [section = '', id = ''] = path.replace('/v1/directory/', '').split('/');
  const name = section === 'policy' ? 'policy:policy' : `${kinds[section as keyof typeof kinds]}:${id}`;
  const now = whole.versions[name] ?? 0;
  if (version !== `"${now}"`) {
    const problem = { refusal: 'version', detail: 'Changed.', field: name, winner: { person: 'Ada Novak', at: 0 } };
    return Response.json(problem, { status: 409 });
  }
  if (query !== '') return undefined;
  whole.versions[name] = now + 1;
  if (section === 'policy') whole.policy = { ...whole.policy, ...body };
  else {
    const list = whole[section as keyof typeof kinds] as { id: string }[];
    const at = list.findIndex((entry) => entry.id === id);
    const value = { ...body, id };
    if (at < 0) list.push(value);
    else list[at] = value;
  }
  return undefined;
}
