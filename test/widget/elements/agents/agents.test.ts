import '../../../../widget/elements/agents/define.ts';
import type { AgentCard } from '@floorwalk/core/protocol';
import type { LiveClient } from '../../../../widget/client/index.ts';
import type { FloorwalkAgents } from '../../../../widget/elements/agents/agents.ts';
import { AgentSelectedEvent } from '../../../../widget/events/floor-events.ts';
import { card } from '../../support/floor-facts.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all, announced, button, one, press, words } from '../../support/shown.ts';
import { expect, oneEvent } from '@open-wc/testing';

describe('the agent board', () => {
  let server: ScriptedServer;
  let client: LiveClient;
  let panel: Mounted<FloorwalkAgents>;
  const open = async (cards: readonly AgentCard[], width = 800): Promise<void> => {
    server = new ScriptedServer();
    client = await scriptedClient(server);
    panel = await mount<FloorwalkAgents>('floorwalk-agents', client, {}, { width });
    server.publish('agents', { type: 'agents', order: cards.map(({ id }) => id), cards });
    await panel.shown();
  };
  afterEach(() => client.close());
  const lines = (): readonly string[] => all(panel.el, '.agent').map((line) => words(line));

  it('[K4] shows presence, reachability, load and queues, most free first, and how many could take one', async () => {
    await open([
      card('ana', { name: 'Ana', load: 4, capacity: 3, presence: 'busy' }),
      card('ben', { name: 'Ben', load: 0 }),
      card('lena', { name: 'Lena', reachable: false, unreachableSince: 0 }),
      card('mo', { name: 'Mo', presence: 'inactive', load: 1 }),
      card('off', { name: 'Olof', presence: 'offline' }),
    ]);
    expect(lines()).to.have.length(4);
    expect(lines()[0]).to.contain('Ben').and.to.contain('Available, Billing').and.to.contain('3 free');
    expect(lines()[1]).to.contain('unreachable');
    expect(lines()[2]).to.contain('Mo').and.to.contain('2 free');
    expect(lines()[3]).to.contain('Ana').and.to.contain('4 of 3');
    expect(all(panel.el, '.numbers .free')).to.have.length(1, 'green is what can be used');
    expect(words(one(panel.el, '.head')))
      .to.contain('4 signed in')
      .and.to.contain('1 could take one');
    await expect(panel.el).to.be.accessible();
  });

  it('[K4] numbers of three digits stand apart and push nothing out of a tile', async () => {
    await open([card('ana', { name: 'Ana', load: 0, capacity: 100 })], 320);
    const [load, free] = all(panel.el, '.numbers .num').map((it) => it.getBoundingClientRect());
    expect((free?.left ?? 0) - (load?.right ?? 0)).to.be.greaterThan(3);
    expect(free?.right).to.be.at.most(one(panel.el, '.agent').getBoundingClientRect().right);
  });

  it('[K3] the bar is as long as the load, also where conversations of others are not in scope', async () => {
    await open([card('ana', { name: 'Ana', load: 4, capacity: 4, conversations: [] })]);
    expect(all(panel.el, '.load .used')).to.have.length(1);
    expect(words(one(panel.el, '.numbers'))).to.contain('4 of 4');
    expect(words(one(panel.el, '.head'))).to.contain('0 could take one');
    expect(all(panel.el, '.free')).to.have.length(0, 'nothing green where nobody could take one');
  });

  const choose = async (presence: string): Promise<HTMLSelectElement> => {
    const field = one<HTMLSelectElement>(panel.el, 'select');
    field.focus();
    field.value = presence;
    field.dispatchEvent(new Event('change'));
    await panel.shown();
    return field;
  };

  it('[K4] a supervisor sets a presence after it was confirmed, and a refusal is said', async () => {
    await open([card('ana', { name: 'Ana' })]);
    server.answer = () => ({ refusal: { refusal: 'switchedOff' } });
    const field = await choose('away');
    expect(server.commands()).to.deep.equal([]);
    expect(words(one(panel.el, '.confirm'))).to.contain('Set Ana to Away? Ana sees that you did.');
    await expect(panel.el).to.be.accessible();
    button(panel.el, 'Set Away').click();
    await panel.shown();
    expect(server.commands()).to.deep.equal([{ type: 'set-presence', agent: 'ana', presence: 'away' }]);
    expect(words(one(panel.el, '[role="alert"]'))).to.equal('An administrator has switched this off.');
    expect(field.value).to.equal('');
    server.answer = () => ({ result: null });
    await choose('busy');
    button(panel.el, 'Set Busy').click();
    await panel.shown();
    expect(announced()).to.equal('Ana is set to Busy.');
    expect(all(panel.el, '[role="alert"]')).to.have.length(0);
  });

  it('[K4] sets nothing that is cancelled, by the button or the key, and gives the focus back', async () => {
    await open([card('ana', { name: 'Ana' })]);
    await choose('away');
    expect(panel.el.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Set Away');
    press(one(panel.el, '.confirm .primary'), 'Escape');
    await panel.shown();
    expect(all(panel.el, '.confirm')).to.have.length(0);
    expect(panel.el.shadowRoot?.activeElement?.localName).to.equal('select');
    await choose('away');
    button(panel.el, 'Cancel').click();
    await panel.shown();
    expect(server.commands()).to.deep.equal([]);
  });

  it('[K4] says who set a presence, whom an agent holds, and who is offline where that is wanted', async () => {
    await open([
      card('ana', { name: 'Ana', presence: 'away', setBy: { id: 'ines', name: 'Ines Carvalho' } }),
      card('ben', { name: 'Ben', presence: 'away', setBy: { id: 'jonas', name: 'Jonas' } }),
      card('off', { name: 'Olof', presence: 'offline', reachable: false }),
    ]);
    expect(lines()[0]).to.contain('Away, set by you');
    expect(lines()[1]).to.contain('Away, set by Jonas');
    expect(all(panel.el, '.load')[0]?.title).to.equal('Holds Ann');
    button(panel.el, 'Show 1 offline').click();
    await panel.shown();
    expect(lines()).to.have.length(3);
    const selected = oneEvent(panel.el, AgentSelectedEvent.type);
    button(panel.el, 'Olof').click();
    expect(((await selected) as Event as AgentSelectedEvent).agent).to.equal('off');
  });

  it('says that nobody is signed in', async () => {
    await open([]);
    expect(words(panel.el)).to.contain('Nobody is signed in.');
    await expect(panel.el).to.be.accessible();
  });

  it('[K4] takes changes of single cards, and nobody stays who has gone', async () => {
    await open([card('ana', { name: 'Ana' }), card('ben', { name: 'Ben' })]);
    server.publish('agents', { type: 'agents', order: ['ben'], cards: [card('ben', { name: 'Ben', load: 2 })] });
    await panel.shown();
    expect(lines()).to.have.length(1);
    expect(lines()[0]).to.contain('Ben').and.to.contain('2 of 3');
  });

  it('hostile names stay text, and it fits 320 px', async () => {
    await open([card('x', { name: '<img src=x onerror=alert(1)>' })], 320);
    expect(all(panel.el, 'img')).to.have.length(0);
    expect(one(panel.el, '.panel').scrollWidth).to.be.at.most(320);
  });
});
