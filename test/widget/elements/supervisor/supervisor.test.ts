import '../../../../widget/elements/supervisor/define.ts';
import type { Detail } from '@floorwalk/core/protocol';
import type { LiveClient } from '../../../../widget/client/index.ts';
import type { FloorwalkFloor } from '../../../../widget/elements/floor/floor.ts';
import type { FloorwalkForceClose } from '../../../../widget/elements/supervisor/force-close.ts';
import type { FloorwalkSupervisor } from '../../../../widget/elements/supervisor/supervisor.ts';
import { CommandRequestedEvent } from '../../../../widget/events/floor-events.ts';
import { candidate, conversationOf, detail, floorOf, row } from '../../support/floor-facts.ts';
import { joined } from '../../support/opened-monitor.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all, announced, button, one, press, words, write } from '../../support/shown.ts';
import { expect, nextFrame, waitUntil } from '@open-wc/testing';

describe('all of a supervisor’s work in one element', () => {
  let server: ScriptedServer;
  let client: LiveClient;
  let panel: Mounted<FloorwalkSupervisor>;
  beforeEach(async () => {
    server = new ScriptedServer();
    client = await scriptedClient(server, (path) =>
      path.includes('/candidates')
        ? { ok: true, body: { agents: [candidate('ana', { name: 'Ana' })], queues: [] } }
        : undefined,
    );
    panel = await mount<FloorwalkSupervisor>('floorwalk-supervisor', client, {}, { width: 1_200, height: 800 });
  });
  afterEach(() => client.close());

  const floor = (): FloorwalkFloor => one<FloorwalkFloor>(panel.el, 'floorwalk-floor');
  const ask = async (command: CommandRequestedEvent['command']): Promise<void> => {
    floor().dispatchEvent(new CommandRequestedEvent(command, 'c1', 'Marta Olsen'));
    await panel.shown();
  };

  it('shares one connection among its panels', () => {
    expect(server.sockets).to.have.length(1);
    expect(server.sent('subscribe').map(({ topic }) => topic.kind)).to.have.members(['views', 'floor', 'agents']);
  });

  it('[M2] opens a monitored conversation beside the floor, and again after it was closed', async () => {
    server.publish('floor', floorOf([row('c1')]));
    for (const times of [1, 2]) {
      await ask('monitor');
      expect(server.sent('subscribe').filter(({ topic }) => topic.kind === 'conversation')).to.have.length(times);
      server.publish('conversation', conversationOf(detail()));
      const monitor = one<FloorwalkSupervisor>(panel.el, 'floorwalk-monitor');
      await monitor.updateComplete;
      button(monitor, 'Close').click();
      await panel.shown();
      expect(server.sent('unsubscribe')).to.have.length(times);
    }
  });

  it('[A1] assigns in a dialog over the floor, says what came of it, and gives the focus back', async () => {
    await ask('assign');
    const dialog = one<HTMLDialogElement>(panel.el, 'dialog');
    expect(dialog.open).to.equal(true);
    const assign = one<FloorwalkSupervisor>(panel.el, 'floorwalk-assign');
    await assign.updateComplete;
    press(one(assign, '.search'), 'ArrowDown');
    await assign.updateComplete;
    press(one(assign, '.search'), 'Enter');
    await panel.shown();
    expect(server.commands()).to.deep.equal([{ type: 'assign', conversation: 'c1', agent: 'ana' }]);
    await waitUntil(() => announced() === 'Offered to Ana.', 'it is said once the page is there again');
    expect(dialog.open).to.equal(false);
  });

  it('[A6] a lost race leads on to the transfer or to the monitor', async () => {
    const lose = async (): Promise<FloorwalkSupervisor> => {
      await ask('assign');
      const assign = one<FloorwalkSupervisor>(panel.el, 'floorwalk-assign');
      await assign.updateComplete;
      server.answer = () => ({ refusal: { refusal: 'state', state: 'engaged' } });
      press(one(assign, '.search'), 'ArrowDown');
      await assign.updateComplete;
      press(one(assign, '.search'), 'Enter');
      await panel.shown();
      return assign;
    };
    button(await lose(), 'Transfer instead').click();
    await panel.shown();
    await nextFrame();
    expect(one<HTMLDialogElement>(panel.el, 'dialog').open).to.equal(true);
    expect(all(panel.el, 'dialog floorwalk-transfer')).to.have.length(1);
    button(await lose(), 'Watch').click();
    await panel.shown();
    await nextFrame();
    expect(all(panel.el, 'dialog')).to.have.length(0);
    expect(server.sent('subscribe').at(-1)?.topic).to.deep.include({ kind: 'conversation', conversation: 'c1' });
  });

  it('[B1] force closes in a dialog over the floor', async () => {
    await ask('forceClose');
    const form = one<FloorwalkForceClose>(panel.el, 'floorwalk-force-close');
    await form.updateComplete;
    write(one(form, 'input'), 'Abuse');
    button(form, 'Close the conversation').click();
    await panel.shown();
    expect(server.commands()).to.deep.equal([{ type: 'force-close', conversation: 'c1', reason: 'Abuse' }]);
    expect(all(panel.el, 'dialog[open]')).to.have.length(0);
  });

  const monitors = (): readonly (string | null)[] =>
    all(panel.el, 'floorwalk-monitor').map((it) => it.getAttribute('conversation'));
  const monitor = async (id: string, beside = false, role: Detail['role'] = 'watcher'): Promise<void> => {
    panel.el.monitor(id, { customer: `Customer ${id}`, beside });
    await panel.shown();
    server.publish('conversation', conversationOf(detail({ id, role, customer: { name: `Customer ${id}` } })));
    await panel.shown();
  };

  it('[M3] monitors up to three conversations side by side, and says that a fourth has no place', async () => {
    await monitor('c1');
    await monitor('c2', true);
    await monitor('c3', true);
    expect(monitors()).to.deep.equal(['c1', 'c2', 'c3']);
    panel.el.monitor('c4', { beside: true });
    await panel.shown();
    expect(monitors()).to.deep.equal(['c1', 'c2', 'c3']);
    expect(words(one(panel.el, '.trouble'))).to.contain('Close one first');
    await expect(panel.el).to.be.accessible();
    button(panel.el, 'Close the panel of Customer c2').click();
    await panel.shown();
    expect(monitors()).to.deep.equal(['c1', 'c3']);
    expect(server.sent('unsubscribe')).to.have.length(1);
  });

  it('[M4] looks at the next one in the same place, unless the supervisor takes part in what is there', async () => {
    await monitor('c1');
    await monitor('c2');
    expect(monitors()).to.deep.equal(['c2']);
    await monitor('c3', false, 'consultant');
    expect(monitors()).to.deep.equal(['c3']);
    await monitor('c4');
    expect(monitors()).to.deep.equal(['c3', 'c4']);
  });

  it('[F5][M4] J opens what is not monitored, so that whom it tells is read, then joins; L leaves', async () => {
    server.publish('floor', floorOf([row('c1')]));
    await panel.shown();
    await floor().updateComplete;
    const key = async (pressed: string): Promise<readonly unknown[]> => {
      press(one(floor(), '[data-id="c1"]'), pressed);
      await panel.shown();
      return server.commands().map(({ type }) => type);
    };
    expect(await key('j')).to.deep.equal([]);
    server.publish('conversation', conversationOf(detail()));
    expect(await key('l')).to.deep.equal([]);
    expect(await key('j')).to.deep.equal(['join']);
    server.publish('conversation', conversationOf(joined()));
    floor().showPalette();
    await floor().updateComplete;
    expect(words(one(floor(), 'floorwalk-palette'))).to.contain('Leave the conversation with Marta OlsenL');
    expect(await key('l')).to.deep.equal(['join', 'leave']);
  });

  it('brings a panel to the front by its tab, its key and the palette, and gives the focus back to the list', async () => {
    server.publish('floor', floorOf([row('c1')]));
    await monitor('c1');
    await monitor('c2', true);
    const front = (): string | null => one(panel.el, 'floorwalk-monitor.front').getAttribute('conversation');
    expect(front()).to.equal('c2');
    button(panel.el, 'Customer c1').click();
    await panel.shown();
    expect(front()).to.equal('c1');
    press(one(floor(), '[data-id]'), '9');
    await panel.shown();
    expect(front()).to.equal('c2');
    const key = new KeyboardEvent('keydown', { key: 'k', metaKey: true, bubbles: true, composed: true });
    document.body.dispatchEvent(key);
    await panel.shown();
    expect(words(one(floor(), 'floorwalk-palette'))).to.contain('Go to Customer c1');
    button(one(floor(), 'floorwalk-palette'), 'Close').click();
    button(panel.el, 'Close the panel of Customer c2').click();
    await panel.shown();
    expect(front()).to.equal('c1');
    expect(floor().shadowRoot?.activeElement?.getAttribute('data-id')).to.equal('c1');
  });

  it('[F3] the tab says how many need attention, and the page gets its title back', async () => {
    const before = (document.title = 'Floorwalk');
    server.publish('floor', floorOf([row('c1')], { counts: { all: 4, attention: 3 } }));
    await panel.shown();
    await floor().updateComplete;
    expect(document.title).to.equal(`(3) ${before}`);
    panel.el.remove();
    expect(document.title).to.equal(before);
  });

  it('leaves a command that the page took to the page', async () => {
    panel.el.addEventListener('floorwalk-command-requested', (event) => event.preventDefault(), { capture: true });
    await ask('assign');
    expect(all(panel.el, 'dialog')).to.have.length(0);
  });

  it('[R5] says what it is not for', () => {
    expect(words(panel.el)).to.contain('It is not for decisions about pay, reward, seniority or rights.');
  });
});
