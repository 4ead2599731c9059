import type { Planted } from './planted.ts';

/** Ways in which one tenant would hear of another. */
export const tenantFaults: readonly Planted[] = [
  {
    name: 'the tenant of a token is not looked at',
    edits: [
      {
        file: 'server/auth/auth.ts',
        find: '(claims.tenant ?? config.tenant)',
        replace: '(config.tenant || claims.tenant)',
      },
    ],
    tests: ['security/tenants'],
  },
  {
    name: 'a key opens the first tenant',
    edits: [
      {
        file: 'server/auth/auth.ts',
        find: 'await engine.tenant(key.tenant)',
        replace: 'await engine.tenant(config.tenant)',
      },
    ],
    tests: ['security/tenants'],
  },
  {
    name: 'lookups in the embedded store leave the tenant out',
    edits: [
      {
        file: 'server/store/sqlite/reads.ts',
        find: 'WHERE tenant = ? AND conversation = ?',
        replace: 'WHERE ? IS NOT NULL AND conversation = ?',
      },
    ],
    tests: ['security/tenants'],
  },
  {
    name: 'a renewed token may change the tenant',
    edits: [{ file: 'server/live/session.ts', find: 'granted.tenant === state.granted.tenant && ', replace: '' }],
    tests: ['security/tenants'],
  },
  {
    name: 'a metric is labelled with the path',
    edits: [
      {
        file: 'server/http/observe.ts',
        find: 'const { refusal, route = routeOf(req) } = exchangeOf(res);',
        replace:
          "const { refusal } = exchangeOf(res); const route = String(Reflect.get(req, 'originalUrl') ?? req.url);",
      },
    ],
    tests: ['security/tenants', 'security/leaks.ways-out'],
  },
];
