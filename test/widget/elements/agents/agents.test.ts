import '../../../../widget/elements/agents/define.ts';
import type { AgentCard } from '@floorwalk/core/protocol';
import type { LiveClient } from '../../../../widget/client/index.ts';
import type { FloorwalkAgents } from '../../../../widget/elements/agents/agents.ts';
import { card } from '../../support/floor-facts.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all, one, words } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

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
      card('off', { name: 'Olof', presence: 'offline' }),
    ]);
    expect(lines()).to.have.length(3);
    expect(lines()[0]).to.contain('Ben').and.to.contain('Available, Billing').and.to.contain('3 free');
    expect(lines()[1]).to.contain('unreachable');
    expect(lines()[2]).to.contain('Ana').and.to.contain('4 of 3');
    expect(words(one(panel.el, '.head')))
      .to.contain('3 signed in')
      .and.to.contain('1 could take one');
    await expect(panel.el).to.be.accessible();
  });

  it('[K4] a supervisor sets a presence, and a refusal is said', async () => {
    await open([card('ana', { name: 'Ana' })]);
    server.answer = () => ({ refusal: { refusal: 'switchedOff' } });
    const field = one<HTMLSelectElement>(panel.el, 'select');
    field.value = 'away';
    field.dispatchEvent(new Event('change'));
    await panel.shown();
    expect(server.commands()).to.deep.equal([{ type: 'set-presence', agent: 'ana', presence: 'away' }]);
    expect(words(one(panel.el, '[role="alert"]'))).to.equal('An administrator has switched this off.');
    expect(field.value).to.equal('');
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
