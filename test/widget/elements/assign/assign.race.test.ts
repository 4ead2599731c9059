import '../../../../widget/elements/assign/define.ts';
import type { FloorwalkAssign } from '../../../../widget/elements/assign/assign.ts';
import type { LiveClient } from '../../../../widget/client/index.ts';
import type { CommandRequestedEvent } from '../../../../widget/events/floor-events.ts';
import { candidate } from '../../support/floor-facts.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all, button, one, press, words } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

const found = { ok: true, body: { agents: [candidate('ana', { name: 'Ana Kovač' })], queues: [] } };

describe('a lost race in the assign dialog', () => {
  let server: ScriptedServer;
  let client: LiveClient;
  let answers: { ok: boolean; body: unknown };
  let panel: Mounted<FloorwalkAssign>;
  beforeEach(async () => {
    server = new ScriptedServer();
    answers = found;
    client = await scriptedClient(server, () => answers);
    panel = await mount<FloorwalkAssign>(
      'floorwalk-assign',
      client,
      { conversation: 'c1', customer: 'Marta Olsen' },
      { width: 680, hears: ['floorwalk-panel-closed', 'floorwalk-command-requested'] },
    );
  });
  afterEach(() => client.close());

  /** Somebody else was faster, and the conversation is `state` now. */
  const lose = async (state: string, more: object = {}, refusal = 'state'): Promise<void> => {
    const winner = { person: 'Jonas Weber', at: client.now() - 2_000, did: 'ConversationOffered', ...more };
    server.answer = () => ({ refusal: { refusal, detail: 'It is so.', state, winner } });
    press(one(panel.el, '.search'), 'ArrowDown');
    await panel.shown();
    press(one(panel.el, '.search'), 'Enter');
    await panel.shown();
  };
  const said = (): string => words(one(panel.el, '[role="alert"]'));
  const steps = (): readonly string[] => all(panel.el, '.steps button').map((it) => words(it));
  const requested = (): readonly string[] =>
    panel.events.flatMap((event) =>
      event.type === 'floorwalk-command-requested' ? [(event as CommandRequestedEvent).command] : [],
    );

  it('[A6] is explained where it was lost, with the winner and the choice that was not sent, and stays explained', async () => {
    await lose('offered', { to: 'Ben Adler' });
    expect(said()).to.contain('Jonas Weber assigned it to Ben Adler 2 s ago.');
    expect(said()).to.contain('Your choice, Ana Kovač, was not sent.');
    expect(said()).to.contain('You can monitor it once Ben Adler accepts.');
    answers = { ok: false, body: { refusal: 'state', detail: 'It is active.', state: 'offered' } };
    const before = said();
    one(panel.el, 'input[type="checkbox"]').click();
    await panel.shown();
    expect(said()).to.equal(before);
    expect(panel.events).to.have.length(0);
    await expect(panel.el).to.be.accessible();
  });

  it('[A6] an offer can be withdrawn and chosen anew', async () => {
    await lose('offered', { to: 'Ben Adler' });
    expect(steps()).to.deep.equal(['Withdraw the offer and choose', 'Close']);
    server.answer = () => ({ result: null });
    button(panel.el, 'Withdraw').click();
    await panel.shown();
    expect(server.commands().at(-1)).to.deep.equal({ type: 'withdraw', conversation: 'c1' });
    expect(all(panel.el, '[role="alert"]')).to.have.length(0);
    expect(panel.el.shadowRoot?.activeElement).to.equal(one(panel.el, '.search'));
  });

  it('[A6] one that an agent has can be watched or transferred', async () => {
    await lose('engaged');
    expect(steps()).to.deep.equal(['Watch', 'Transfer instead', 'Close']);
    button(panel.el, 'Watch').click();
    button(panel.el, 'Transfer instead').click();
    expect(requested()).to.deep.equal(['monitor', 'transfer']);
  });

  it('[A6] a target that cannot take it leaves the others', async () => {
    await lose('open', {}, 'agentUnreachable');
    expect(steps()).to.deep.equal(['Choose another', 'Close']);
    button(panel.el, 'Choose another').click();
    await panel.shown();
    expect(all(panel.el, '[aria-selected="true"], [role="alert"]')).to.have.length(0);
  });

  it('[A6] what has closed can only be closed', async () => {
    await lose('closed', { did: 'ConversationClosed' });
    expect(steps()).to.deep.equal(['Close']);
    button(panel.el, 'Close').click();
    expect(panel.events).to.have.length(1);
  });

  it('[A6] shows it also to whoever comes when it is over', async () => {
    client.close();
    server = new ScriptedServer();
    const winner = { person: 'Jonas Weber', at: Date.now() - 2_000, did: 'ConversationEngaged' };
    client = await scriptedClient(server, () => ({
      ok: false,
      body: { refusal: 'state', detail: 'It is active.', state: 'engaged', winner },
    }));
    panel = await mount<FloorwalkAssign>('floorwalk-assign', client, { conversation: 'c1' });
    expect(said()).to.contain('Jonas Weber took it');
    expect(steps()).to.deep.equal(['Watch', 'Transfer instead', 'Close']);
  });
});
