import '../../../../widget/elements/supervisor/define.ts';
import { setViewport } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import type { LiveClient } from '../../../../widget/client/index.ts';
import { CommandRequestedEvent } from '../../../../widget/events/floor-events.ts';
import type { FloorwalkSupervisor } from '../../../../widget/elements/supervisor/supervisor.ts';
import { busyFloor } from '../../support/busy-floor.ts';
import { candidate, card, conversationOf, detail, floorOf, queueCandidate } from '../../support/floor-facts.ts';
import { misfits } from '../../support/misfits.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all, one } from '../../support/shown.ts';

/** Markup, an emoji of seven code points, both directions with an override that is never closed, and no place to break. */
const name = (of: string): string =>
  `${of}<img src=x onerror=globalThis.ran=1>👩🏽‍❤️‍💋‍👨🏿אבג\u202e\u2067${'مرحبا'.repeat(20)}${'W'.repeat(10_000)}`;
const person = (id: string) => ({ id, name: name(id) });

describe('a supervisor’s page whose every name is 10,000 characters of the worst', () => {
  let server: ScriptedServer;
  let client: LiveClient;
  let panel: Mounted<FloorwalkSupervisor>;
  const open = async (width: number, dir: string): Promise<void> => {
    document.documentElement.dir = dir;
    await setViewport({ width, height: 800 });
    document.body.style.margin = '0';
    server = new ScriptedServer();
    const agents = [candidate('ana', { name: name('ana'), queues: [person('q')] })];
    const queues = [queueCandidate('delivery', { name: name('delivery') })];
    client = await scriptedClient(server, () => ({ ok: true, body: { agents, queues } }));
    panel = await mount<FloorwalkSupervisor>('floorwalk-supervisor', client, {}, { width, height: 800 });
    const rows = busyFloor().map((row) => ({
      ...row,
      customer: name('customer'),
      subject: name('subject'),
      queue: person('queue'),
      agent: row.agent && { ...row.agent, name: name('agent') },
      pending: row.pending && { ...row.pending, agent: person('offeree') },
      hand: row.hand && { ...row.hand, agent: person('agent'), text: name('asks') },
      lastPublic: row.lastPublic && { ...row.lastPublic, from: name('from'), text: name('text') },
    }));
    server.publish('floor', floorOf(rows));
    const cards = [card('ana', { name: name('ana'), queues: [person('q')], setBy: person('ines2') })];
    server.publish('agents', { type: 'agents', order: ['ana'], cards });
    await panel.shown();
  };
  afterEach(async () => {
    client.close();
    document.documentElement.removeAttribute('dir');
    await setViewport({ width: 800, height: 600 });
  });
  const holds = async (state: string, width: number): Promise<void> => {
    await panel.shown();
    expect(misfits(panel.el, width), state).to.deep.equal([]);
    expect(deep(panel.el).filter(({ localName }) => localName === 'img')).to.have.length(0);
    const outside = deep(panel.el).filter((it) => it.matches('button') && !isWithin(it, width));
    expect(
      outside.map((it) => it.className),
      `${state}: what can be pressed is within reach`,
    ).to.deep.equal([]);
    expect((globalThis as { ran?: unknown }).ran).to.equal(undefined);
  };

  for (const [width, dir] of [
    [1280, 'ltr'],
    [320, 'rtl'],
  ] as const)
    it(`holds its layout at ${width} px, ${dir}: the floor, a conversation beside it, a dialog`, async () => {
      await open(width, dir);
      const floor = one(panel.el, 'floorwalk-floor');
      one(floor, '[data-id="c1"]').click();
      await holds('the floor', width);
      const heights = new Set(all(floor, '.row.choosable').map((row) => row.offsetHeight));
      expect(heights.size, 'rows are as high as each other').to.equal(1);
      const bar = one(floor, '.commands').offsetWidth;
      const widest = Math.max(...all(floor, '.command').map((command) => command.offsetWidth));
      expect(widest, 'no command takes the bar for itself').to.be.at.most(bar / 2);
      floor.dispatchEvent(new CommandRequestedEvent('monitor', 'c1', name('customer')));
      await panel.shown();
      const about = detail({
        subject: name('subject'),
        customer: { name: name('customer') },
        primary: { ...person('priya'), bot: false, presence: 'busy', reachable: true },
        consultants: [{ ...person('ines'), since: 0, told: null }],
        role: 'consultant',
      });
      server.publish('conversation', conversationOf(about, []));
      await holds('a conversation', width);
      const monitor = one(panel.el, 'floorwalk-monitor');
      const [composer, end] = [one(monitor, 'floorwalk-composer'), monitor.getBoundingClientRect().bottom];
      expect(composer.getBoundingClientRect().bottom, 'what is written is written in the panel').to.be.at.most(end);
      floor.dispatchEvent(new CommandRequestedEvent('assign', 'c2', name('customer')));
      await holds('assign', width);
      const dialog = one(panel.el, 'floorwalk-assign');
      all(dialog, '[role="option"]')[0]?.click();
      await holds('assign, chosen', width);
      expect(one(panel.el, 'dialog').offsetHeight, 'the dialog is no higher than the page').to.be.at.most(800);
    });
});

/** On the page, or in a strip that scrolls to it. */
const isWithin = (el: Element, width: number): boolean => {
  const { left, right } = el.getBoundingClientRect();
  return (left >= 0 && right <= width) || el.closest('.tabs, .panel-tabs, .filters') !== null;
};

function deep(root: Element | ShadowRoot): readonly Element[] {
  return [...(root instanceof Element && root.shadowRoot ? root.shadowRoot.children : []), ...root.children].flatMap(
    (child) => [child, ...deep(child)],
  );
}
