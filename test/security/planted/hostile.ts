import type { Planted } from './planted.ts';

const crashes = 'security/crashes';

/** Ways in which somebody would bring the server down, wear it out, or get a script into a page. */
export const hostileFaults: readonly Planted[] = [
  {
    name: 'an address that is no URL throws out of the upgrade',
    edits: [
      {
        file: 'server/live/upgrade.ts',
        find: "  const [path = ''] = address.split('?', 1);\n",
        replace: "  const path = new URL(address, 'http://localhost').pathname;\n",
      },
    ],
    tests: ['server/live/upgrade'],
  },
  {
    name: 'a cut line of a refused upgrade is heard by nobody',
    edits: [{ file: 'server/live/upgrade.ts', find: "    socket.on('error', ignore);\n", replace: '' }],
    tests: ['server/live/upgrade', 'security/hostile.http'],
  },
  {
    name: 'a subscription begins after its connection ended',
    edits: [
      {
        file: 'server/live/topics/conversation-topic.ts',
        find: 'if (!this.#ended()) this.#enter().catch((error: unknown) => this.#listener.failed(error));',
        replace: 'void this.#enter();',
      },
    ],
    tests: [crashes],
  },
  {
    name: 'who leaves while the store is away ends the server',
    edits: [
      {
        file: 'server/live/watch.ts',
        find: 'surely(leave, (again) => this.#deps.wheel.after(ROSTER_LEASE_MS, again));',
        replace: 'void leave();',
      },
    ],
    tests: [crashes],
  },
  {
    name: 'made-up tokens get an allowance each',
    edits: [
      {
        file: 'server/http/authenticate.ts',
        find: 'return void (await strangers(req, res, () => sendProblem(res, found)));',
        replace: 'return sendProblem(res, found);',
      },
    ],
    tests: ['server/app'],
  },
  {
    name: 'any page may open a socket',
    edits: [{ file: 'server/live/origins.ts', find: "allowed === '*' ||", replace: 'true ||' }],
    tests: ['server/live/upgrade'],
  },
  {
    name: 'slow clients are given all the time they want',
    edits: [
      {
        file: 'server/http/slow-clients.ts',
        find: '  headersTimeout: head,\n  requestTimeout: request,\n',
        replace: '',
      },
    ],
    tests: ['security/hostile.http'],
  },
  {
    name: 'what the server met is told in its answer',
    edits: [
      {
        file: 'server/http/errors.ts',
        find: "const detail = 'Something went wrong here.",
        replace: "const detail = String((error as Error).stack) + 'Something went wrong here.",
      },
    ],
    tests: ['security/hostile.http'],
  },
];
