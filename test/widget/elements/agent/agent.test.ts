import '../../../../widget/elements/agent/define.ts';
import type { Desk, DeskItem, Detail, FloorRow, TimelineEntry } from '@floorwalk/core/protocol';
import { expect } from '@open-wc/testing';
import type { LiveClient } from '../../../../widget/client/index.ts';
import type { FloorwalkComposer } from '../../../../widget/composer/index.ts';
import type { FloorwalkAgent } from '../../../../widget/elements/agent/agent.ts';
import { card, conversationOf, detail, entry, row } from '../../support/floor-facts.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all, announced, button, one, press, words, write } from '../../support/shown.ts';

const sam = { id: 'sam', name: 'Sam Okafor', bot: false, presence: 'busy', reachable: true } as const;
const priyaSays = { kind: 'consultant', id: 'ines', name: 'Ines Carvalho' } as const;
const mine = (more: Partial<Detail> = {}): Detail =>
  detail({
    role: 'primary',
    primary: sam,
    watchers: null,
    may: { release: null, park: 'releaseInstead', end: null, resume: 'state', close: 'state' },
    ...more,
  });
const item = (id: string, role: DeskItem['role'] = 'primary', more: Partial<FloorRow> = {}): DeskItem => ({
  row: row(id, { agent: { ...sam, unreachableSince: null }, ...more }),
  role,
  handover: null,
  units: 1,
});
const offer = (id: string, more: Partial<FloorRow> = {}): DeskItem =>
  item(id, 'offeree', {
    agent: null,
    phase: 'offered',
    since: Date.now() - 73_000,
    pending: {
      agent: { id: 'sam', name: 'Sam Okafor' },
      at: Date.now() - 73_000,
      until: Date.now() + 47_000,
      transfer: false,
      by: { id: 'ines', name: 'Ines Carvalho' },
    },
    ...more,
  });

describe('an agent’s desk', () => {
  let server: ScriptedServer;
  let client: LiveClient;
  let panel: Mounted<FloorwalkAgent>;
  beforeEach(() => sessionStorage.clear());
  afterEach(() => client.close());

  const open = async (width = 1280): Promise<void> => {
    server = new ScriptedServer();
    server.person = { id: 'sam', name: 'Sam Okafor', roles: ['agent'] };
    client = await scriptedClient(server);
    panel = await mount<FloorwalkAgent>('floorwalk-agent', client, {}, { width, height: 700 });
  };
  const show = async (items: readonly DeskItem[], more: Partial<Desk> = {}): Promise<void> => {
    const me = card('sam', { name: 'Sam Okafor', presence: 'busy', load: 2, setBy: null });
    server.publish('desk', { type: 'desk', desk: { me, acknowledged: true, items, ...more } });
    await panel.shown();
  };
  const say = async (about: Detail | null, entries: readonly TimelineEntry[] = []): Promise<void> => {
    server.publish('conversation', conversationOf(about, entries));
    await panel.shown();
    await talk().updateComplete;
    await panel.shown();
  };
  /** The conversation in hand, on its own. */
  const talk = (): FloorwalkAgent => one<FloorwalkAgent>(panel.el, 'floorwalk-desk-conversation');
  const composer = (): FloorwalkComposer => one<FloorwalkComposer>(talk(), 'floorwalk-composer');
  const field = (): HTMLTextAreaElement => one<HTMLTextAreaElement>(composer(), 'textarea');
  const compose = async (text: string): Promise<void> => {
    await composer().updateComplete;
    write(field(), text);
    await composer().updateComplete;
  };
  const acts = async (name: string): Promise<void> => {
    button(talk(), name).click();
    await panel.shown();
    await talk().updateComplete;
  };

  it('says what it waits for, and what to expect of an empty desk', async () => {
    await open();
    expect(words(panel.el)).to.contain('Getting the floor');
    await expect(panel.el).to.be.accessible();
    await show([]);
    expect(words(panel.el)).to.contain('No conversation is with you');
    await expect(panel.el).to.be.accessible();
  });

  it('[K2] shows presence, who set it, and load; a choice of presence is sent', async () => {
    await open();
    await show([]);
    expect(words(panel.el)).to.contain('Busy, set by your load').and.to.contain('2 of 3 units');
    const choice = one<HTMLSelectElement>(panel.el, 'select');
    choice.value = 'away';
    choice.dispatchEvent(new Event('change'));
    await panel.shown();
    expect(server.commands()).to.deep.equal([{ type: 'set-presence', agent: 'sam', presence: 'away' }]);
  });

  it('[R5] states that conversations may be monitored until the agent has read it', async () => {
    await open();
    await show([], { acknowledged: false });
    expect(words(panel.el)).to.contain('Conversations may be monitored, recorded and stored.');
    await expect(panel.el).to.be.accessible();
    button(panel.el, 'I have read this').click();
    await panel.shown();
    expect(server.commands()).to.deep.equal([{ type: 'acknowledge-monitoring' }]);
    await show([], { acknowledged: true });
    expect(all(panel.el, 'button').some((it) => words(it).includes('I have read this'))).to.equal(false);
  });

  it('[A5] shows an offer with what is left to answer, tells screen readers, and F2 accepts it', async () => {
    await open();
    await show([offer('c5')]);
    expect(words(one(panel.el, '.offer')))
      .to.contain('Assigned by Ines Carvalho')
      .and.to.contain('Customer c5');
    expect(one(panel.el, '.offer svg').getAttribute('aria-label')).to.match(/4[67] seconds left to answer/u);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(announced()).to.contain('Customer c5');
    await expect(panel.el).to.be.accessible();
    press(document.body, 'F2');
    await panel.shown();
    expect(server.commands()).to.deep.equal([{ type: 'accept', conversation: 'c5' }]);
    expect(panel.el.selected).to.equal('c5');
  });

  it('[A5] a rejected offer is sent back, and a lost one says why', async () => {
    await open();
    await show([offer('c5')]);
    button(panel.el, 'Reject').click();
    await panel.shown();
    expect(server.commands()).to.deep.equal([{ type: 'reject', conversation: 'c5' }]);
    server.answer = () => ({ refusal: { refusal: 'notOfferee' } });
    button(panel.el, 'Accept').click();
    await panel.shown();
    expect(words(one(panel.el, '[role=alert]'))).to.contain('no longer offered to you');
    await expect(panel.el).to.be.accessible();
  });

  it('[T5] a transfer’s offer shows the handover card', async () => {
    await open();
    const pending = { ...offer('c5').row.pending, transfer: true } as NonNullable<FloorRow['pending']>;
    const handover = {
      reason: '',
      wants: 'The new address on invoice 2209',
      tried: 'Changed on the account',
      promised: 'A corrected copy',
      promisedBy: '14:00',
      lastQuestion: 'Will my accountant get it too?',
      sentiment: '',
    };
    await show([
      { ...offer('c5', { pending, agent: { ...sam, name: 'Yuki Tanabe', unreachableSince: null } }), handover },
    ]);
    expect(words(one(panel.el, '.offer')))
      .to.contain('Transfer from Yuki Tanabe, by Ines Carvalho')
      .and.to.contain('Wants The new address on invoice 2209')
      .and.to.contain('A corrected copy by 14:00');
    await expect(panel.el).to.be.accessible();
  });

  it('lists the agent’s own conversations with their waits, and what came unread', async () => {
    await open();
    const since = Date.now() - 252_000;
    await show([
      item('c1', 'primary', { waitSince: since, waitTarget: 120_000 }),
      item('c2'),
      item('c3', 'primary', { state: 'waiting', phase: null }),
      item('c4', 'primary', { state: 'wrap-up', phase: null, autoCloseAt: Date.now() + 648_000 }),
    ]);
    expect(words(one(panel.el, '.head'))).to.contain('2 active, 1 waiting, 1 in wrap-up');
    const items = all(panel.el, '.item').map((it) => words(it));
    expect(items[0]).to.contain('4:1');
    expect(all(panel.el, '.item .late').map((it) => words(it))).to.have.length(1);
    expect(items[1]).to.contain('answered');
    expect(items[2]).to.contain('parked');
    expect(items[3]).to.contain('left');
    await show([item('c1'), item('c2', 'primary', { customerMessages: 1 })]);
    expect(words(all(panel.el, '.item')[1])).to.contain('1 unread message');
    await expect(panel.el).to.be.accessible();
    all(panel.el, '.item')[1]?.click();
    await panel.shown();
    expect(words(all(panel.el, '.item')[1])).not.to.contain('unread');
    expect(server.sent('subscribe').at(-1)?.topic).to.deep.include({ kind: 'conversation', conversation: 'c2' });
  });

  it('[D1] picks what waits to be picked', async () => {
    await open();
    await show([item('c1'), item('c8', 'pick', { state: 'open', phase: null, agent: null })]);
    button(panel.el, 'Pick').click();
    await panel.shown();
    expect(server.commands()).to.deep.equal([{ type: 'pick', conversation: 'c8' }]);
    expect(panel.el.selected).to.equal('c1');
  });

  it('[P1] starts public; Ctrl I writes a note, and neither draft crosses to the other plane', async () => {
    await open();
    await show([item('c1')]);
    await say(mine(), [entry(1, 'Both are booked.')]);
    expect(composer().plane).to.equal('public');
    await compose('To the customer');
    field().dispatchEvent(
      new KeyboardEvent('keydown', { key: 'i', ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
    );
    await composer().updateComplete;
    expect(composer().plane).to.equal('internal');
    expect(field().value).to.equal('');
    await compose('A note');
    one(composer(), '[part~="primary"]').click();
    await panel.shown();
    expect(server.commands()).to.deep.include({
      type: 'say',
      conversation: 'c1',
      message: server.commands().flatMap((it) => (it.type === 'say' ? [it.message] : []))[0] ?? '',
      text: 'A note',
      plane: 'internal',
    });
    composer().switchTo('public');
    await composer().updateComplete;
    expect(field().value).to.equal('To the customer');
    await expect(panel.el).to.be.accessible();
  });

  it('keeps the draft of each conversation, over a reload as well', async () => {
    await open();
    await show([item('c1'), item('c2')]);
    await say(mine());
    await compose('Half a sentence');
    all(panel.el, '.item')[1]?.click();
    await panel.shown();
    await say(mine({ id: 'c2', customer: { name: 'Joel Fagan' } }));
    await composer().updateComplete;
    expect(field().value).to.equal('');
    client.close();
    await open();
    await show([item('c1'), item('c2')]);
    await say(mine());
    await composer().updateComplete;
    expect(field().value).to.equal('Half a sentence');
  });

  it('offers what the policy allows and says why not, and sends it', async () => {
    await open();
    await show([item('c1')]);
    await say(mine());
    expect(all(talk(), '.head button').map((it) => words(it))).to.deep.equal(['Release', 'End']);
    await acts('Release');
    expect(server.commands()).to.deep.equal([{ type: 'release', conversation: 'c1' }]);
    await say(mine({ may: { end: 'notPrimary' } }));
    const end = button(talk(), 'End');
    expect(end.getAttribute('aria-disabled')).to.equal('true');
    end.click();
    expect(server.commands()).to.have.length(1);
  });

  it('asks before an unsent text is lost', async () => {
    await open();
    await show([item('c1')]);
    await say(mine());
    await compose('Not sent yet');
    await acts('End');
    expect(words(one(talk(), '[role=alert]'))).to.contain('What you have written is not sent');
    expect(server.commands()).to.have.length(0);
    await expect(panel.el).to.be.accessible();
    await acts('Keep writing');
    expect(all(talk(), '[role=alert]')).to.have.length(0);
    expect(field().value).to.equal('Not sent yet');
    await acts('End');
    one(talk(), '.asking .primary').click();
    await panel.shown();
    expect(server.commands()).to.deep.equal([{ type: 'end', conversation: 'c1' }]);
  });

  it('[P4] a text that was refused is kept and can be sent again under its own id', async () => {
    await open();
    await show([item('c1')]);
    await say(mine());
    server.answer = () => ({ refusal: { refusal: 'busy' } });
    await compose('Once more');
    one(composer(), '[part~="primary"]').click();
    await panel.shown();
    await talk().updateComplete;
    const transcript = one(talk(), 'floorwalk-transcript');
    await (transcript as FloorwalkAgent).updateComplete;
    expect(words(transcript)).to.contain('The message was not sent.');
    server.answer = () => ({ result: null });
    button(transcript, 'Try again').click();
    await panel.shown();
    const said = server.commands().flatMap((it) => (it.type === 'say' ? [it.message] : []));
    expect(said).to.have.length(2);
    expect(said[0]).to.equal(said[1]);
  });

  it('an internal suggestion becomes a public draft, to be edited and sent', async () => {
    await open();
    await show([item('c1')]);
    await say(mine(), [entry(1, 'We refund one today.', { plane: 'internal', from: priyaSays })]);
    const transcript = one(talk(), 'floorwalk-transcript');
    await (transcript as FloorwalkAgent).updateComplete;
    button(transcript, 'Make it a draft').click();
    await composer().updateComplete;
    expect(composer().plane).to.equal('public');
    expect(field().value).to.equal('We refund one today.');
    expect(server.commands()).to.have.length(0);
  });

  it('[M7] says who is here, and who watches only where the policy tells', async () => {
    await open();
    await show([item('c1')]);
    await say(mine({ consultants: [{ id: 'ines', name: 'Ines Carvalho' }] }));
    const aside = (): string => words(one(panel.el, '.aside'));
    expect(aside()).to.contain('Ines Carvalho').and.to.contain('Sam Okafor').and.not.to.contain('Watching');
    await say(mine({ watchers: [{ id: 'jonas', name: 'Jonas Weber' }] }));
    expect(aside()).to.contain('Watching: Jonas Weber');
    await expect(panel.el).to.be.accessible();
  });

  it('[M4] in wrap-up only notes are offered', async () => {
    await open();
    await show([item('c1', 'primary', { state: 'wrap-up', phase: null })]);
    await say(
      mine({
        state: 'wrap-up',
        phase: null,
        may: { close: null, release: 'state', end: 'state', park: 'state', resume: 'state' },
      }),
    );
    expect(composer().plane).to.equal('internal');
    expect(all(talk(), '.head button').map((it) => words(it))).to.deep.equal(['Close']);
    await expect(panel.el).to.be.accessible();
  });

  it('says that the connection is lost, and goes on with the desk when it is back', async () => {
    await open();
    await show([item('c1')]);
    await say(mine(), [entry(1, 'Hello')]);
    await compose('Half a sentence');
    server.opens = false;
    server.socket.drop();
    await panel.shown();
    expect(words(panel.el)).to.contain('No connection since');
    await expect(panel.el).to.be.accessible();
    expect(field().value).to.equal('Half a sentence');
    server.opens = true;
    button(panel.el, 'Try now').click();
    await panel.shown();
    expect(words(panel.el)).not.to.contain('No connection since');
    const topics = server.socket.sent.flatMap((it) => (it.type === 'subscribe' ? [it.topic.kind] : []));
    expect(topics).to.have.members(['desk', 'conversation']);
    expect(field().value).to.equal('Half a sentence');
  });

  it('shows hostile text and very long names as text, on a narrow screen', async () => {
    await open(320);
    const hostile = '<img src=x onerror=alert(1)>';
    await show([
      item('c1', 'primary', { customer: 'x'.repeat(10_000), subject: hostile }),
      offer('c2', { subject: hostile }),
    ]);
    await say(mine({ subject: hostile, customer: { name: 'y'.repeat(10_000) } }), [entry(1, hostile)]);
    expect(all(panel.el, 'img')).to.have.length(0);
    expect(all(talk(), 'img')).to.have.length(0);
    expect(words(one(panel.el, '.list'))).to.contain('xxx');
    expect(panel.el.scrollWidth).to.be.at.most(panel.el.clientWidth);
    await expect(panel.el).to.be.accessible();
  });
});
