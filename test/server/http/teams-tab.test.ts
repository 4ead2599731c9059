import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import express from 'express';
import { pagePolicy } from '../../../server/http/page-policy.ts';
import { teamsTab } from '../../../server/http/teams-tab.ts';

let panels: string;
let http: Server;
let url: string;
before(async () => {
  panels = await mkdtemp(join(tmpdir(), 'floorwalk-panels-'));
  await writeFile(join(panels, 'teams.js'), 'export {};\n');
  const app = express();
  app.use(pagePolicy('self'));
  app.use('/teams', teamsTab(panels, ['https://teams.microsoft.com', 'https://*.cloud.microsoft']));
  http = createServer(app);
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
after(async () => {
  http.close();
  await rm(panels, { recursive: true, force: true });
});

const policyOf = (headers: Headers): readonly string[] =>
  (headers.get('content-security-policy') ?? '').split(';').map((directive) => directive.trim());

test('the tab’s page may stand in the frames of its hosts, by the one header that can say so', async () => {
  const { status, headers } = await fetch(`${url}/teams`);
  assert.equal(status, 200);
  assert.ok(policyOf(headers).includes('frame-ancestors https://teams.microsoft.com https://*.cloud.microsoft'));
  assert.equal(headers.get('x-frame-options'), null);
  assert.ok(policyOf(headers).includes("require-trusted-types-for 'script'"));
  assert.ok(policyOf(headers).includes("script-src 'self'"));
  assert.ok(policyOf(headers).includes("connect-src 'self' https://res.cdn.office.net"));
});

test('its scripts lie beside it, and nothing else of the server may be framed because of it', async () => {
  const page = await (await fetch(`${url}/teams`)).text();
  const [, script = ''] = /<script type="module" src="([^"]+)"/u.exec(page) ?? [];
  const found = await fetch(new URL(script, `${url}/teams`));
  assert.equal(found.status, 200);
  assert.match(found.headers.get('content-type') ?? '', /javascript/u);
  for (const path of [script, '/elsewhere', '/teams/panels/nothing.js']) {
    const { headers } = await fetch(new URL(path, url));
    if (path === script) assert.ok(policyOf(headers).includes("frame-ancestors 'self'"), path);
    assert.doesNotMatch(policyOf(headers).join(), /teams\.microsoft/u, path);
  }
});

test('without built panels there is no tab, and what to do is said', () => {
  assert.throws(() => teamsTab(join(panels, 'none'), []), /Run "npm run build" first/u);
});
