import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import express from 'express';
import type { Auth } from '../../../server/auth/auth.ts';
import { authenticate } from '../../../server/http/authenticate.ts';
import { customersRouter } from '../../../server/http/customers.ts';

test('[R3] a customer’s file that takes long is not handed to who lost the right meanwhile', async () => {
  let read = 0;
  const noted: string[] = [];
  const tenant = {
    find: async () => ['c1', 'c2', 'c3'],
    conversation: async (id: string) => ({ id, channel: 'sms', state: 'closed', customer: { name: 'Mara' } }),
    readPlane: async () => {
      read += 1;
      return [];
    },
    noteRead: async (_actor: unknown, _what: string, id: string) => void noted.push(id),
  };
  const actor = { kind: 'integration', id: 'crm', rights: ['privacy'] };
  const auth = {
    caller: async () => ({ tenant, actor }),
    isWithdrawn: () => read >= 2,
  } as unknown as Auth;
  const app = express();
  app.use(
    authenticate(auth, (_req, _res, next) => next()),
    customersRouter({} as Parameters<typeof customersRouter>[0]),
  );
  const http = app.listen(0, '127.0.0.1');
  await once(http, 'listening');
  try {
    const { port } = http.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/mara`, { headers: { authorization: 'Bearer x' } });
    assert.equal(answer.status, 401);
    assert.doesNotMatch(await answer.text(), /Mara/u);
    assert.deepEqual([read, noted], [2, ['c1', 'c2']]);
  } finally {
    http.closeAllConnections();
    http.close();
  }
});
