import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createClient } from '../../server/replay/floorwalk-client.ts';
import { openDesk } from '../../server/replay/replay-desk.ts';
import { supervisorOn } from './support/cast.ts';
import { siteOf } from './support/recipe.ts';
import type { ServedSite } from './support/serve-folder.ts';
import { openStage, type Seat, type Stage } from './support/stage.ts';

// Each recipe of docs/recipes is run as its page shows it, on an origin of its own.

const CUSTOMER = 'Marta Olsen';
const RECORD = '0a1b2c3d-0000-4000-8000-00000000000f';
let stage: Stage;
let signOff: () => void;
const conversations: { readonly id: string; readonly customer: string }[] = [];
const sites: ServedSite[] = [];

before(async () => {
  stage = await openStage();
  const client = createClient(stage.url, Date.now);
  signOff = await openDesk(client, 'sam');
  for (const [type, id] of [
    ['case', '4711'],
    ['incident', RECORD],
    ['ticket', '1234'],
    ['contact', '88'],
  ] as const) {
    const customer = `${CUSTOMER} of ${type}`;
    const about = {
      workstream: 'live-chat',
      queue: 'billing',
      customer: { name: customer },
      subject: 'Charged twice',
      context: { type, id },
    };
    const opened = (await client.post('/v1/conversations', about, 'integration crm')) as { id: string };
    await client.post(
      `/v1/conversations/${opened.id}/assign`,
      { agent: 'sam', override: { reason: 'a test' } },
      'supervisor ines',
    );
    await client.post(`/v1/conversations/${opened.id}/accept`, {}, 'agent sam');
    await client.post(
      `/v1/conversations/${opened.id}/messages`,
      { id: 'm-1', text: 'I look at it.', plane: 'public' },
      'agent sam',
    );
    conversations.push({ id: opened.id, customer });
  }
});
after(async () => {
  signOff?.();
  for (const site of sites) await site.close();
  await stage.close();
});

const serve = async (page: string, more?: Readonly<Record<string, string>>, isBuilt?: boolean): Promise<string> => {
  const site = await siteOf(page, stage.url, more, isBuilt);
  sites.push(site);
  return site.url;
};

/** The panel on the page, or in a frame of it, shows the conversation's words. */
async function assertMonitored(seat: Seat, type: string, frame?: string): Promise<void> {
  const scope = frame === undefined ? seat.page : seat.page.frameLocator(frame);
  const panel = scope.getByRole('region', { name: `Monitor: ${CUSTOMER} of ${type}` });
  await panel.getByRole('log', { name: 'Transcript' }).getByText('I look at it.').waitFor();
  assert.deepEqual(seat.errors, []);
}

/** A page of a host that frames an address, as hosts do. */
const framing = (address: string): Record<string, string> => ({
  'host.html': `<!doctype html><title>Host</title><iframe src="${address}" title="Conversation" width="900" height="700"></iframe>`,
});

test('plain HTML: one script, one element and a token show the record’s conversation', async () => {
  await assertMonitored(await stage.open(await serve('recipes/html.md')), 'case');
});

for (const [name, page, main] of [
  [
    'React',
    'recipes/react.md',
    `import { createRoot } from 'react-dom/client';\nimport { createElement } from 'react';\nimport { Floor } from './floor.jsx';\ncreateRoot(document.querySelector('main')).render(createElement(Floor, { conversations: CONVERSATIONS }));`,
  ],
  [
    'Vue',
    'recipes/vue.md',
    `import { createApp } from 'vue';\nimport Floor from './Floor.vue';\ncreateApp(Floor, { conversations: CONVERSATIONS }).mount('main');`,
  ],
] as const)
  test(`${name}: the component shows the floor, hears its events, and opens a conversation from its own list`, async () => {
    const more = {
      'index.html': '<!doctype html><title>Mine</title><main></main><script type="module" src="./main.js"></script>',
      'main.js': main.replace('CONVERSATIONS', JSON.stringify(conversations)),
    };
    const seat = await stage.open(await serve(page, more, true));
    await supervisorOn(seat, `${CUSTOMER} of case`).row.waitFor();
    await seat.page.getByText(/^\d+ need attention$/u).waitFor();
    await seat.page.getByRole('button', { name: `${CUSTOMER} of case`, exact: true }).click();
    await assertMonitored(seat, 'case');
    assert.equal(await seat.page.title(), 'Mine', 'keep-title is followed');
  });

test('Dynamics 365: the web resource in a form’s frame finds the case by what the form gives it', async () => {
  const given = `typename=incident&type=112&id=%7B${RECORD.toUpperCase()}%7D&orgname=acme&userlcid=1033`;
  const page = await serve('recipes/dynamics-365.md', { 'floorwalk_case.css': '' });
  const host = await serve('recipes/dynamics-365.md', framing(`${page}/floorwalk_case.html?${given}`));
  await assertMonitored(await stage.open(`${host}/host.html`), 'incident', 'iframe');
});

test('Zendesk: the app’s page asks the SDK for its ticket and its size', async () => {
  const url = await serve('recipes/zendesk.md', {
    'assets/iframe.css': '',
    'assets/identity.js': `export { freshToken } from '../identity.js';`,
  });
  const seat = await stage.open('about:blank');
  const sdk = `globalThis.ZAFClient = { init: () => ({ context: async () => ({ product: 'support', location: 'ticket_sidebar', ticketId: 1234 }), invoke: async (...args) => void (globalThis.invoked = args) }) };`;
  await seat.page.route('https://static.zdassets.com/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: sdk }),
  );
  await seat.page.goto(`${url}/assets/iframe.html`);
  await assertMonitored(seat, 'ticket');
  assert.deepEqual(await seat.page.evaluate(() => (globalThis as { invoked?: unknown }).invoked), [
    'resize',
    { width: '100%', height: '640px' },
  ]);
});

test('HubSpot and Salesforce: a page of another origin frames the page that is bound by its address', async () => {
  const page = await serve('embedding.md');
  const host = await serve('embedding.md', framing(`${page}/panel.html?context=contact:88`));
  await assertMonitored(await stage.open(`${host}/host.html`), 'contact', 'iframe');
});
