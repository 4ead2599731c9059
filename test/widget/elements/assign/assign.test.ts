import '../../../../widget/elements/assign/define.ts';
import type { FloorwalkAssign } from '../../../../widget/elements/assign/assign.ts';
import type { LiveClient } from '../../../../widget/client/index.ts';
import type { PanelClosedEvent } from '../../../../widget/events/floor-events.ts';
import { candidate, queueCandidate } from '../../support/floor-facts.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all, button, one, press, words, write } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

const ana = candidate('ana', { name: 'Ana Kovač' });
const ben = candidate('ben', {
  name: 'Ben Adler',
  load: 3,
  excess: 1,
  refusal: 'overCapacity',
  overridable: true,
});
const lena = candidate('lena', {
  name: 'Lena Berg',
  presence: 'offline',
  reachable: false,
  refusal: 'agentUnreachable',
});
const found = { agents: [ana, ben, lena], queues: [queueCandidate('delivery', { name: 'Delivery' })] };

describe('the assign dialog', () => {
  let server: ScriptedServer;
  let client: LiveClient;
  let asked: string[];
  let answers: { ok: boolean; body: unknown } | undefined;
  afterEach(() => client.close());

  const open = async (width = 680): Promise<Mounted<FloorwalkAssign>> => {
    server = new ScriptedServer();
    asked = [];
    client = await scriptedClient(server, (path) => {
      asked.push(path);
      return answers;
    });
    return mount<FloorwalkAssign>(
      'floorwalk-assign',
      client,
      { conversation: 'c1', customer: 'Marta Olsen' },
      { width, hears: ['floorwalk-panel-closed'] },
    );
  };
  beforeEach(() => (answers = { ok: true, body: found }));
  const search = (el: FloorwalkAssign): HTMLElement => one(el, '.search');
  const chosen = (el: FloorwalkAssign): string => words(all(el, '[aria-selected="true"]')[0]);
  const confirm = (el: FloorwalkAssign): HTMLElement => one(el, '.foot .primary');
  const choose = async ({ el, shown }: Mounted<FloorwalkAssign>, ...keys: string[]): Promise<void> => {
    for (const key of keys) press(search(el), key);
    await shown();
  };

  it('[A2] lists agents with presence, queues and load as it would be, then queues', async () => {
    const { el } = await open();
    expect(asked).to.deep.equal(['/v1/conversations/c1/candidates?for=assign']);
    const lines = all(el, '[role="option"]').map((line) => words(line));
    expect(lines).to.have.length(4);
    expect(lines[0]).to.match(/Ana Kovač\s?Available.*Billing.*2 of 3|2 \/ 3/u);
    expect(lines[3]).to.match(/^Delivery ?2 waiting ?4 members$/u);
    expect(el.shadowRoot?.activeElement).to.equal(search(el));
    await expect(el).to.be.accessible();
  });

  it('[A7] arrows move through the candidates and the line says what would happen', async () => {
    const panel = await open();
    await choose(panel, 'ArrowDown');
    expect(chosen(panel.el)).to.contain('Ana Kovač');
    expect(words(one(panel.el, '.what-if'))).to.contain('Ana Kovač would hold 2 of 3 units. Ana Kovač is asked');
    expect(search(panel.el).getAttribute('aria-activedescendant')).to.equal('c-agent-ana');
    await choose(panel, 'ArrowDown');
    expect(words(one(panel.el, '.what-if'))).to.contain('Ben Adler would hold 4 of 3 units, 1 over capacity.');
    await choose(panel, 'ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(chosen(panel.el)).to.contain('Delivery');
    await choose(panel, 'ArrowUp');
    expect(chosen(panel.el)).to.contain('Lena Berg');
    await expect(panel.el).to.be.accessible();
  });

  it('[A7] Enter confirms only when nothing is missing, and the dialog is done', async () => {
    const panel = await open();
    await choose(panel, 'Enter');
    expect(server.commands()).to.have.length(0);
    expect(confirm(panel.el).getAttribute('aria-disabled')).to.equal('true');
    expect(words(one(panel.el, '.foot'))).to.contain('Choose an agent or a queue');
    await choose(panel, 'ArrowDown', 'Enter');
    expect(server.commands()).to.deep.equal([{ type: 'assign', conversation: 'c1', agent: 'ana' }]);
    expect((panel.events[0] as PanelClosedEvent).words).to.equal('Offered to Ana Kovač.');
  });

  it('[A4] exceeding capacity says by how much, needs a reason, and sends it', async () => {
    const panel = await open();
    await choose(panel, 'ArrowDown', 'ArrowDown', 'Enter');
    expect(server.commands()).to.have.length(0);
    expect(words(one(panel.el, '.foot'))).to.contain('Give a reason first');
    expect(words(confirm(panel.el))).to.equal('Assign, 1 over');
    write(one(panel.el, '.what-if input'), '  ');
    await panel.shown();
    expect(confirm(panel.el).getAttribute('aria-disabled')).to.equal('true');
    write(one(panel.el, '.what-if input'), ' Knows the customer ');
    await panel.shown();
    press(one(panel.el, '.what-if input'), 'Enter');
    await panel.shown();
    expect(server.commands()).to.deep.equal([
      { type: 'assign', conversation: 'c1', agent: 'ben', override: { reason: 'Knows the customer' } },
    ]);
  });

  it('[A4] a reason that was given for one agent is not taken for the next', async () => {
    const panel = await open();
    await choose(panel, 'ArrowDown', 'ArrowDown');
    write(one(panel.el, '.what-if input'), 'Knows the customer');
    await choose(panel, 'ArrowUp', 'ArrowDown');
    expect(one<HTMLInputElement>(panel.el, '.what-if input').value).to.equal('');
  });

  it('[A4] who is out of reach is shown and cannot be chosen, with the reason', async () => {
    const panel = await open();
    await choose(panel, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    confirm(panel.el).click();
    await panel.shown();
    expect(chosen(panel.el)).to.contain('Lena Berg').and.to.contain('refused');
    expect(all(panel.el, '[aria-selected="true"]')[0]?.getAttribute('aria-disabled')).to.equal('true');
    expect(words(one(panel.el, '.foot'))).to.contain('agent unreachable');
    expect(all(panel.el, '.what-if input')).to.have.length(0);
    expect(server.commands()).to.have.length(0);
  });

  it('[A4] shows everybody when asked to', async () => {
    const { el, shown } = await open();
    one(el, 'input[type="checkbox"]').click();
    await shown();
    expect(asked.at(-1)).to.equal('/v1/conversations/c1/candidates?for=assign&all=1');
  });

  it('[A3] a queue is a target too; one without members is refused with the reason', async () => {
    answers = {
      ok: true,
      body: {
        agents: [],
        queues: [
          queueCandidate('delivery', { name: 'Delivery', leavesFloor: true }),
          queueCandidate('empty', { name: 'Returns', members: 0, refusal: 'queueWithoutMembers' }),
        ],
      },
    };
    const panel = await open();
    expect(words(all(panel.el, '[role="option"]')[0])).to.contain('leaves your floor');
    expect(words(all(panel.el, '[role="option"]')[1])).to.contain('no enabled member');
    await choose(panel, 'ArrowDown', 'ArrowDown', 'Enter');
    expect(server.commands()).to.have.length(0);
    await choose(panel, 'ArrowUp', 'Enter');
    expect(server.commands()).to.deep.equal([{ type: 'assign', conversation: 'c1', queue: 'delivery' }]);
    expect((panel.events[0] as PanelClosedEvent).words).to.equal('Assigned to Delivery.');
  });

  it('says why nobody can be chosen', async () => {
    answers = { ok: false, body: { refusal: 'outOfScope', detail: '' } };
    const { el } = await open();
    expect(words(one(el, '[role="alert"]'))).to.equal('This conversation is in a queue outside your floor.');
    expect(words(el)).not.to.contain('Getting agents and queues');
  });

  it('finds by name, and says when nobody is found', async () => {
    const { el, shown } = await open();
    write(search(el), 'LEN');
    await shown();
    expect(all(el, '[role="option"]').map((line) => line.id)).to.deep.equal(['c-agent-lena']);
    write(search(el), 'nobody of that name');
    await shown();
    expect(words(el)).to.contain('Nobody here can take it now.');
    await expect(el).to.be.accessible();
  });

  it('Escape and Cancel close without a command', async () => {
    const { el, events } = await open();
    press(search(el), 'Escape');
    button(el, 'Cancel').click();
    expect(events).to.have.length(2);
    expect(server.commands()).to.have.length(0);
  });

  it('hostile names stay text', async () => {
    answers = { ok: true, body: { agents: [candidate('x', { name: '<img src=x onerror=alert(1)>' })], queues: [] } };
    const { el } = await open();
    expect(all(el, 'img')).to.have.length(0);
    expect(words(el)).to.contain('<img src=x onerror=alert(1)>');
  });

  it('fits 320 px', async () => {
    const { el } = await open(320);
    expect(one(el, '.panel').scrollWidth).to.be.at.most(320);
    expect(one(el, '.list').scrollWidth).to.be.at.most(320);
  });
});
