import '../../../../widget/elements/transfer/define.ts';
import type { FloorwalkTransfer } from '../../../../widget/elements/transfer/transfer.ts';
import type { LiveClient } from '../../../../widget/client/index.ts';
import { candidate, detail, queueCandidate } from '../../support/floor-facts.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all, one, press, words, write } from '../../support/shown.ts';
import { expect, waitUntil } from '@open-wc/testing';

const draft = {
  reason: '',
  wants: 'I want one of them back',
  tried: '',
  promised: '',
  promisedBy: '',
  lastQuestion: 'Can you help?',
  sentiment: '2',
};

describe('the transfer dialog', () => {
  let server: ScriptedServer;
  let client: LiveClient;
  let drafted: { ok: boolean; body: unknown } | undefined;
  let queues: unknown[];
  beforeEach(() => {
    drafted = { ok: true, body: draft };
    queues = [];
  });
  afterEach(() => client.close());

  const open = async (width = 680): Promise<Mounted<FloorwalkTransfer>> => {
    server = new ScriptedServer();
    client = await scriptedClient(server, (path) => {
      if (path.endsWith('/handover-draft')) return drafted;
      if (path.includes('/candidates'))
        return { ok: true, body: { agents: [candidate('ana', { name: 'Ana' })], queues } };
      return { ok: true, body: detail() };
    });
    return mount<FloorwalkTransfer>(
      'floorwalk-transfer',
      client,
      { conversation: 'c1', customer: 'Marta Olsen' },
      { width, hears: ['floorwalk-panel-closed'] },
    );
  };
  const field = (el: FloorwalkTransfer, label: string): HTMLTextAreaElement => {
    const found = all(el, '.card label')
      .find((it) => words(it).startsWith(label))
      ?.querySelector('textarea');
    if (!found) throw new TypeError(`no field ${label}`);
    return found;
  };
  const chooseFirst = async ({ el, shown }: Mounted<FloorwalkTransfer>): Promise<void> => {
    press(one(el, '.search'), 'ArrowDown');
    await shown();
  };

  it('[T5] the card is drafted from the transcript, with the sentiment in words', async () => {
    const { el } = await open();
    expect(field(el, 'What the customer wants').value).to.equal('I want one of them back');
    expect(field(el, 'Last open question').value).to.equal('Can you help?');
    const mood = one<HTMLSelectElement>(el, '.mood select');
    expect([mood.value, words(mood.selectedOptions[0])]).to.deep.equal(['2', 'Negative']);
    expect(one(el, '.mood svg').getAttribute('aria-label')).to.contain('Negative');
    await expect(el).to.be.accessible();
  });

  it('[T5] the card is the supervisor’s to change, and goes with the transfer', async () => {
    const panel = await open();
    write(field(panel.el, 'What was tried'), 'Asked the bank');
    write(field(panel.el, 'What the customer wants'), 'One refund');
    write(field(panel.el, 'By when'), 'Friday');
    await chooseFirst(panel);
    press(one(panel.el, '.search'), 'Enter');
    await panel.shown();
    expect(server.commands()).to.deep.equal([
      {
        type: 'transfer',
        conversation: 'c1',
        agent: 'ana',
        handover: { ...draft, tried: 'Asked the bank', wants: 'One refund', promisedBy: 'Friday' },
      },
    ]);
    expect(panel.events).to.have.length(1);
  });

  it('[T5] the sentiment is the supervisor’s to change too', async () => {
    const panel = await open();
    const mood = one<HTMLSelectElement>(panel.el, '.mood select');
    press(mood, 'ArrowDown');
    await panel.shown();
    expect(all(panel.el, '[aria-selected="true"]'), 'its arrows are its own').to.have.length(0);
    mood.value = '';
    mood.dispatchEvent(new Event('change'));
    await chooseFirst(panel);
    press(one(panel.el, '.search'), 'Enter');
    await panel.shown();
    expect(server.commands()[0]).to.deep.include({ handover: { ...draft, sentiment: '' } });
  });

  it('[A7] what would happen is asked without the card', async () => {
    const panel = await open();
    await chooseFirst(panel);
    await waitUntil(() => server.whatIfs().length > 0);
    expect(server.whatIfs()).to.deep.equal([{ type: 'transfer', conversation: 'c1', agent: 'ana' }]);
  });

  it('[T5] without a draft the card has the sentiment, is otherwise empty and can be filled', async () => {
    drafted = { ok: false, body: { refusal: 'state', detail: '' } };
    const { el } = await open();
    expect(
      all(el, '.card textarea')
        .map((it) => (it as HTMLTextAreaElement).value)
        .join(''),
    ).to.equal('');
    expect(one<HTMLSelectElement>(el, '.mood select').value).to.equal('2');
  });

  it('[T5] another conversation has a card of its own', async () => {
    const { el, shown } = await open();
    write(field(el, 'What was tried'), 'Asked the bank');
    drafted = { ok: true, body: { ...draft, wants: 'Something else' } };
    el.conversation = 'c2';
    await shown();
    expect(field(el, 'What was tried').value).to.equal('');
    expect(field(el, 'What the customer wants').value).to.equal('Something else');
  });

  it('[T2][T3] says what becomes of the customer and of the primary until it is accepted', async () => {
    const panel = await open();
    await chooseFirst(panel);
    const said = words(one(panel.el, '.what-if'));
    expect(said).to.contain('Until Ana accepts, nothing changes for Marta Olsen');
    expect(said).to.contain('Priya Raman stays primary until Ana accepts');
    expect(words(one(panel.el, '.foot .primary'))).to.equal('Transfer to Ana');
  });

  it('[T2] names a queue as a queue where the tenant offers them', async () => {
    queues = [queueCandidate('delivery', { name: 'Delivery' })];
    const panel = await open();
    await chooseFirst(panel);
    await chooseFirst(panel);
    press(one(panel.el, '.search'), 'Enter');
    await panel.shown();
    expect(server.commands()[0]).to.include({ type: 'transfer', queue: 'delivery' }).and.not.to.have.property('agent');
  });

  it('Enter in the card is a new line, Escape closes', async () => {
    const panel = await open();
    await chooseFirst(panel);
    press(field(panel.el, 'What was tried'), 'Enter');
    await panel.shown();
    expect(server.commands()).to.have.length(0);
    press(field(panel.el, 'What was tried'), 'Escape');
    expect(panel.events).to.have.length(1);
  });

  it('fits 320 px', async () => {
    const { el } = await open(320);
    expect(one(el, '.panel').scrollWidth).to.be.at.most(320);
    await expect(el).to.be.accessible();
  });
});
