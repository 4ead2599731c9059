import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveForeign } from '../../examples/foreign/serve.mjs';
import { createClient, type FloorwalkClient } from '../../server/replay/floorwalk-client.ts';
import { openDesk } from '../../server/replay/replay-desk.ts';
import type { FloorwalkSupervisor } from '../../widget/elements/supervisor/supervisor.ts';
import { freePort } from '../faults/server-process.ts';
import { supervisorOn } from './support/cast.ts';
import { openStage, type Seat, type Stage } from './support/stage.ts';

// A CRM page that is not ours: another origin, resets that reach every element, a strict policy with Trusted Types, a
// wrapped registry, an element of a name that we use within, and our script twice.

const CUSTOMER = 'Marta Olsen';
let stage: Stage;
let client: FloorwalkClient;
let site: Awaited<ReturnType<typeof serveForeign>>;
let seat: Seat;
let signOff: () => void;

before(async () => {
  stage = await openStage();
  client = createClient(stage.url, Date.now);
  signOff = await openDesk(client, 'sam');
  const about = {
    workstream: 'live-chat',
    queue: 'billing',
    customer: { name: CUSTOMER },
    subject: 'Charged twice',
    context: { type: 'account', id: 'olsen' },
  };
  const { id } = (await client.post('/v1/conversations', about, 'integration crm')) as { id: string };
  await client.post(`/v1/conversations/${id}/assign`, { agent: 'sam' }, 'supervisor ines');
  await client.post(`/v1/conversations/${id}/accept`, {}, 'agent sam');
  await client.post(
    `/v1/conversations/${id}/messages`,
    { id: 'm-1', text: 'I look at it.', plane: 'public' },
    'agent sam',
  );
  site = await serveForeign({ floorwalk: stage.url });
  seat = await stage.open(site.url, { watchPolicy: true, viewport: { width: 1700, height: 1000 } });
});
after(async () => {
  signOff?.();
  await site?.close();
  await stage.close();
});

/** What the browser makes of the first element that a selector finds, shadow trees included. */
const styleOf = (selector: string, ...names: readonly string[]): Promise<readonly string[]> =>
  seat.page
    .locator(selector)
    .first()
    .evaluate((element, wanted) => {
      const style = getComputedStyle(element);
      return wanted.map((name) => style.getPropertyValue(name));
    }, names);
const floor = 'floorwalk-supervisor floorwalk-floor';

test('the panel works there: no rule of the page’s policy is tried, nothing fails, each name is registered once', async () => {
  await supervisorOn(seat, CUSTOMER).row.waitFor();
  const { violations, defined, isTheirs } = await seat.page.evaluate(() => ({
    violations: (globalThis as { violations?: string[] }).violations,
    defined: (globalThis as { ledgerlineDefined?: string[] }).ledgerlineDefined ?? [],
    isTheirs: !('headingLevel' in document.createElement('floorwalk-force-close')),
  }));
  assert.deepEqual([violations, seat.errors], [[], []]);
  assert.ok(defined.includes('floorwalk-supervisor') && defined.includes('ledger-card'));
  assert.equal(new Set(defined).size, defined.length);
  assert.ok(isTheirs, 'what the page had named stays the page’s');
});

test('the page opens a conversation from its own list with monitor(id)', async () => {
  await seat.page.locator('#conversations').getByRole('button', { name: CUSTOMER }).click();
  const { panel, transcript } = supervisorOn(seat, CUSTOMER);
  await panel.waitFor();
  await transcript.getByText('I look at it.').waitFor();
});

test('what cannot be monitored is said where the page asked for it', async () => {
  await seat.page
    .locator('floorwalk-supervisor')
    .evaluate((panel: FloorwalkSupervisor) => panel.monitor('no-such', { beside: true }));
  await seat.page
    .getByText(/no such conversation|not yours to see/iu)
    .first()
    .waitFor();
});

test('the page’s resets end at the panel, and its typeface goes through', async () => {
  const names = [
    'text-transform',
    'letter-spacing',
    'word-spacing',
    'text-indent',
    'text-shadow',
    'font-variant-caps',
    'font-weight',
    'float',
  ];
  assert.deepEqual(await styleOf(`${floor} [role=row] .sub`, ...names), [
    'none',
    'normal',
    '0px',
    '0px',
    'none',
    'normal',
    '400',
    'none',
  ]);
  assert.deepEqual(await styleOf('floorwalk-supervisor .use', 'text-transform', 'text-align', 'text-indent'), [
    'none',
    'start',
    '0px',
  ]);
  const [family] = await styleOf(`${floor} [role=row]`, 'font-family');
  assert.match(family ?? '', /Georgia/u);
  const [display, border] = await styleOf(`${floor} .search`, 'display', 'border-top-style');
  assert.deepEqual([display !== 'inline', border], [true, 'solid']);
  assert.notDeepEqual(await styleOf(`${floor} svg`, 'display'), ['none']);
});

test('the page’s own values and rules for parts are followed, those of panels within the panel too', async () => {
  assert.deepEqual(await styleOf(`${floor} [part=header]`, 'border-bottom-width', 'border-bottom-color'), [
    '3px',
    'rgb(194, 24, 91)',
  ]);
  assert.deepEqual(await styleOf('floorwalk-monitor [part~=header]', 'border-bottom-width'), ['3px']);
  assert.deepEqual(await styleOf('floorwalk-monitor [part~=primary]', 'background-color', 'color'), [
    'rgb(194, 24, 91)',
    'rgb(255, 255, 255)',
  ]);
  assert.deepEqual(await styleOf(`${floor} .panel`, 'border-top-left-radius'), ['0px']);
});

test('the panel follows the scheme that the page sets, and forced colours', async () => {
  const surface = (): Promise<readonly string[]> => styleOf(`${floor} .panel`, 'background-color');
  assert.deepEqual(await surface(), ['rgb(255, 255, 255)']);
  await seat.page.getByRole('button', { name: 'Dark' }).click();
  assert.deepEqual(await surface(), ['rgb(21, 25, 30)']);
  await seat.page.getByRole('button', { name: 'Light' }).click();
  await seat.page.emulateMedia({ forcedColors: 'active' });
  const [canvas] = await styleOf('html', 'background-color');
  assert.ok(canvas);
  const [background, colour] = await styleOf(`${floor} .panel`, 'background-color', 'color');
  assert.notEqual(background, colour);
  assert.deepEqual(await styleOf('floorwalk-monitor [part~=primary]', 'forced-color-adjust'), ['none']);
  await seat.page.emulateMedia({ forcedColors: 'none' });
});

test('pages of an origin that the server names get scripts, answers and a socket; other pages get none of them', async () => {
  const port = await freePort();
  const floorwalk = `http://127.0.0.1:${port}`;
  const [home, elsewhere] = [await serveForeign({ floorwalk }), await serveForeign({ floorwalk })];
  const strict = await openStage({ PORT: String(port), FLOORWALK_ORIGINS: home.url });
  const tried = async ({ page }: Seat): Promise<unknown> =>
    page.evaluate(async (server) => {
      const socket = new WebSocket(`${server.replace('http', 'ws')}/v1/live`);
      const opened = new Promise<boolean>((resolve) => {
        socket.onopen = () => resolve(true);
        socket.onerror = () => resolve(false);
      });
      const reach = (what: Promise<unknown>): Promise<boolean> =>
        what.then(
          () => true,
          () => false,
        );
      return [
        await reach(import(`${server}/widget/audit.js`)),
        await reach(fetch(`${server}/openapi.json`)),
        await opened,
      ];
    }, floorwalk);
  try {
    const named = await strict.open(home.url);
    await named.page.getByRole('region', { name: 'Floor' }).waitFor();
    assert.deepEqual(await tried(named), [true, true, true]);
    assert.deepEqual(await tried(await strict.open(elsewhere.url)), [false, false, false]);
  } finally {
    await home.close();
    await elsewhere.close();
    await strict.close();
  }
});
