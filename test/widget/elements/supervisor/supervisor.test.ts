import '../../../../widget/elements/supervisor/define.ts';
import type { LiveClient } from '../../../../widget/client/index.ts';
import type { FloorwalkFloor } from '../../../../widget/elements/floor/floor.ts';
import type { FloorwalkSupervisor } from '../../../../widget/elements/supervisor/supervisor.ts';
import { CommandRequestedEvent } from '../../../../widget/events/floor-events.ts';
import { candidate, conversationOf, detail, floorOf, row } from '../../support/floor-facts.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all, announced, button, one, press, words, write } from '../../support/shown.ts';
import { expect, nextFrame } from '@open-wc/testing';

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
    expect(server.sent('subscribe').map(({ topic }) => topic.kind)).to.have.members(['floor', 'agents']);
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
    expect(announced()).to.equal('Offered to Ana.');
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

  it('[B1] force close shows the customer’s words, needs a reason, and says what stood against it', async () => {
    await ask('forceClose');
    const form = one(panel.el, 'form');
    expect(words(form)).to.contain('Marta Olsen reads: “');
    const submit = button(panel.el, 'Close the conversation');
    submit.click();
    await panel.shown();
    expect(server.commands()).to.have.length(0);
    server.answer = () => ({ refusal: { refusal: 'outOfScope' } });
    write(one(panel.el, 'form input'), ' Abuse ');
    submit.click();
    await panel.shown();
    expect(server.commands()).to.deep.equal([{ type: 'force-close', conversation: 'c1', reason: 'Abuse' }]);
    expect(words(one(panel.el, '[role="alert"]'))).to.contain('outside your floor');
    await expect(panel.el).to.be.accessible();
    server.answer = () => ({ result: null });
    submit.click();
    await panel.shown();
    expect(all(panel.el, 'dialog[open]')).to.have.length(0);
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
