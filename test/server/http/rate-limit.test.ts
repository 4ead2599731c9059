import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import express from 'express';
import type { Store } from 'express-rate-limit';
import { limitAddresses } from '../../../server/http/rate-limit.ts';

/** Counts that all servers share, by caller. */
function shared(): Store {
  const counts = new Map<string, number>();
  return {
    increment: (caller) => {
      const totalHits = (counts.get(caller) ?? 0) + 1;
      counts.set(caller, totalHits);
      return { totalHits, resetTime: new Date(Date.now() + 60_000) };
    },
    decrement: () => undefined,
    resetKey: () => undefined,
  };
}

test('an address from which many sign in wrongly may open chats all the same, where servers share their counts', async () => {
  const store = shared();
  const app = express();
  for (const [path, most] of [
    ['/staff', 5],
    ['/chat', 2],
  ] as const)
    app.get(path, limitAddresses(path, { perMinute: most, store }), (_req, res) => void res.end());
  const http = app.listen(0, '127.0.0.1');
  await once(http, 'listening');
  try {
    const { port } = http.address() as AddressInfo;
    const ask = async (path: string): Promise<number> => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    for (let n = 0; n < 5; n++) assert.equal(await ask('/staff'), 200);
    assert.equal(await ask('/staff'), 429);
    assert.deepEqual([await ask('/chat'), await ask('/chat'), await ask('/chat')], [200, 200, 429]);
  } finally {
    http.closeAllConnections();
    http.close();
  }
});
