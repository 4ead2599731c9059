import '../../../../widget/elements/supervisor/define.ts';
import { close } from '@floorwalk/core/protocol';
import type { LiveClient } from '../../../../widget/client/index.ts';
import type { FloorwalkSupervisor } from '../../../../widget/elements/supervisor/supervisor.ts';
import { conversationOf, detail, floorOf, row } from '../../support/floor-facts.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { item, mine, OpenedDesk } from '../../support/opened-desk.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all, one } from '../../support/shown.ts';
import { expect, waitUntil } from '@open-wc/testing';

const { code, reason } = close.withdrawn;
/** All words within an element, those of elements within it too. */
const wordsIn = (within: Element | ShadowRoot): string =>
  [
    within.textContent,
    ...[...within.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot && wordsIn(shadowRoot)),
  ].join(' ');
const shownIn = (el: Element): string => (el.shadowRoot ? wordsIn(el.shadowRoot) : '');

describe('who is let in no more', () => {
  let client: LiveClient;
  afterEach(() => client.close());

  it('[R3] reads nothing more of the floor and of monitored conversations, and reads why', async () => {
    const server = new ScriptedServer();
    client = await scriptedClient(server);
    const panel: Mounted<FloorwalkSupervisor> = await mount(
      'floorwalk-supervisor',
      client,
      {},
      { width: 1_200, height: 800 },
    );
    server.publish('floor', floorOf([row('c1', { customer: 'Marta Olsen' })]));
    panel.el.monitor('c1');
    await panel.shown();
    server.publish('conversation', conversationOf(detail({ subject: 'A broken lamp' })));
    await waitUntil(() => shownIn(panel.el).includes('A broken lamp'), 'the conversation is shown');
    expect(shownIn(panel.el)).to.contain('Marta Olsen');

    server.socket.drop(code, reason);
    await panel.shown();
    expect(shownIn(panel.el)).to.contain(reason).and.not.to.contain('Marta Olsen');
    expect(shownIn(panel.el)).not.to.contain('A broken lamp');

    all(panel.el, 'button')[0]?.click();
    await waitUntil(() => panel.el.shadowRoot?.querySelector('floorwalk-floor'), 'who is let in again works on');
    expect(one(panel.el, 'floorwalk-monitor').getAttribute('conversation')).to.equal('c1');
  });

  it('[R3] reads nothing more on an agent’s desk', async () => {
    const desk = await OpenedDesk.open();
    ({ client } = desk);
    await desk.show([item('c1', 'primary', { subject: 'A broken lamp' })]);
    await desk.say(mine({ subject: 'A broken lamp' }));
    expect(shownIn(desk.panel.el)).to.contain('A broken lamp');
    desk.server.socket.drop(code, reason);
    await desk.panel.shown();
    expect(shownIn(desk.panel.el)).to.contain(reason).and.not.to.contain('A broken lamp');
  });
});
