import type { Planted } from './planted.ts';

const ni = 'security/non-interference';
const reading = 'security/leaks.reading';
const side = 'security/leaks.side-channels';
const out = 'security/leaks.ways-out';
const port = 'server/live/public-port.ts';

/** Ways in which something internal would reach a customer, a bot or an integration. */
export const leaks: readonly Planted[] = [
  {
    name: 'internal entries are told to customers',
    edits: [{ file: port, find: "    if (item.plane !== 'public') continue;\n", replace: '' }],
    tests: [ni, reading],
  },
  {
    name: 'a customer who comes back reads the internal plane',
    edits: [
      {
        file: port,
        find: "readPlane(conversation, 'public', after, PAGE)",
        replace: "readPlane(conversation, 'internal', after, PAGE)",
      },
    ],
    tests: [ni, reading],
  },
  {
    name: 'typing a note shows dots to the customer',
    edits: [{ file: 'server/live/session.ts', find: "if (said && message.plane === 'public')", replace: 'if (said)' }],
    tests: [ni, side],
  },
  {
    name: 'a note’s id is taken from the customer',
    edits: [
      {
        file: 'server/engine/repeats.ts',
        find: '`say ${conversation} ${plane} ${message}`',
        replace: '`say ${conversation} ${message}`',
      },
    ],
    tests: [ni, side],
  },
  {
    name: 'the heartbeat’s time carries the floor’s position',
    edits: [
      { file: port, find: '    now: () => tenant.now(),', replace: '    now: () => tenant.now() + tenant.offset,' },
    ],
    tests: [ni],
  },
  {
    name: 'the welcome’s offset counts who watches',
    edits: [
      {
        file: port,
        find: 'offset: c.publicOffset,',
        replace: 'offset: c.publicOffset + (tenant.floor.rosters.get(id)?.watchers.length ?? 0),',
      },
    ],
    tests: [ni],
  },
  {
    name: 'a note counts as the last public message',
    edits: [
      {
        file: 'core/conversation/evolve.ts',
        find: "return event.plane === 'internal' ? before : said(before, event);",
        replace: 'return said(before, event);',
      },
    ],
    // Three walls stand here: the fold of the floor and the plan of the commit pass such an event by as well.
    tests: ['core/conversation/decide.rules'],
  },
  {
    name: 'a note moves the conversation’s version',
    edits: [
      {
        file: 'server/engine/plan.ts',
        find: 'const quiet = events.every(isInternal);',
        replace: 'const quiet = false;',
      },
    ],
    tests: [side],
  },
  {
    name: 'integrations read both planes',
    edits: [
      {
        file: 'server/http/conversations/reading.ts',
        find: "return actor.rights.includes('read') ? { role: 'reader', internal: false,",
        replace: "return actor.rights.includes('read') ? { role: 'reader', internal: true,",
      },
    ],
    tests: [reading],
  },
  {
    name: 'an offeree reads the internal plane',
    edits: [{ file: 'server/live/reader.ts', find: "role !== 'offeree' && ", replace: '' }],
    tests: [reading],
  },
  {
    name: 'a bot that handed over reads on',
    edits: [
      { file: 'core/floor/scope.ts', find: 'return primaryOf(c)?.id === actor.id;', replace: 'return true;' },
      {
        file: 'server/http/conversations/reading.ts',
        find: 'primaryOf(c)?.id === actor.id\n      ?',
        replace: 'true\n      ?',
      },
    ],
    tests: [out],
  },
  {
    name: 'a plane that is not named is public',
    edits: [
      {
        file: 'core/protocol/common.ts',
        find: 'export const plane = v.picklist(planes, \'must be "public" or "internal"\');',
        replace: "export const plane = v.optional(v.fallback(v.picklist(planes), 'public'), 'public');",
      },
    ],
    tests: [out],
  },
  {
    name: 'requests are logged with their address',
    edits: [
      {
        file: 'server/http/observe.ts',
        find: 'log.debug({ method, route,',
        replace: 'log.debug({ url: req.originalUrl, method, route,',
      },
    ],
    tests: [out],
  },
  {
    name: 'refusals tell a customer the state',
    edits: [
      {
        file: 'server/live/customer/customer-session.ts',
        find: "this.#send({ type: 'refused', id, refusal, detail });",
        replace: "this.#send({ type: 'refused', id, refusal, detail, version: 1 } as never);",
      },
    ],
    tests: [side, ni],
  },
];
