import { expect } from '@open-wc/testing';
import type { FloorwalkAgent } from '../../../../widget/elements/agent/agent.ts';
import { entry } from '../../support/floor-facts.ts';
import { item, mine, OpenedDesk } from '../../support/opened-desk.ts';
import { all, button, one, words } from '../../support/shown.ts';

const priyaSays = { kind: 'consultant', id: 'ines', name: 'Ines Carvalho' } as const;

describe('writing on the desk', () => {
  let desk: OpenedDesk;
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  afterEach(() => desk.close());

  it('[P1] starts public; Ctrl I writes a note, and neither draft crosses to the other plane', async () => {
    desk = await OpenedDesk.open();
    await desk.show([item('c1')]);
    await desk.say(mine(), [entry(1, 'Both are booked.')]);
    expect(desk.composer.plane).to.equal('public');
    await desk.compose('To the customer');
    desk.field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'i', ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
    );
    await desk.composer.updateComplete;
    expect(desk.composer.plane).to.equal('internal');
    expect(desk.field.value).to.equal('');
    expect(words(desk.composer)).to.contain('Only your colleagues read it. Marta never does.');
    await desk.compose('A note');
    one(desk.composer, '[part~="primary"]').click();
    await desk.panel.shown();
    expect(desk.server.commands()).to.deep.include({
      type: 'say',
      conversation: 'c1',
      message: desk.server.commands().flatMap((it) => (it.type === 'say' ? [it.message] : []))[0] ?? '',
      text: 'A note',
      plane: 'internal',
    });
    desk.composer.switchTo('public');
    await desk.composer.updateComplete;
    expect(desk.field.value).to.equal('To the customer');
    await expect(desk.el).to.be.accessible();
  });

  it('keeps the draft of each conversation, over a reload as well', async () => {
    desk = await OpenedDesk.open();
    await desk.show([item('c1'), item('c2')]);
    await desk.say(mine());
    await desk.compose('Half a sentence');
    all(desk.el, '.item')[1]?.click();
    await desk.panel.shown();
    await desk.say(mine({ id: 'c2', customer: { name: 'Joel Fagan' } }));
    await desk.composer.updateComplete;
    expect(desk.field.value).to.equal('');
    desk.client.close();
    desk = await OpenedDesk.open();
    await desk.show([item('c1'), item('c2')]);
    await desk.say(mine());
    await desk.composer.updateComplete;
    expect(desk.field.value).to.equal('Half a sentence');
  });

  it('[P4] a text that was refused is kept and can be sent again under its own id', async () => {
    desk = await OpenedDesk.open();
    await desk.show([item('c1')]);
    await desk.say(mine());
    desk.server.answer = () => ({ refusal: { refusal: 'busy' } });
    await desk.compose('Once more');
    one(desk.composer, '[part~="primary"]').click();
    await desk.panel.shown();
    await desk.talk.updateComplete;
    const transcript = one(desk.talk, 'floorwalk-transcript');
    await (transcript as FloorwalkAgent).updateComplete;
    expect(words(transcript)).to.contain('The message was not sent.');
    desk.server.answer = () => ({ result: null });
    button(transcript, 'Try again').click();
    await desk.panel.shown();
    const said = desk.server.commands().flatMap((it) => (it.type === 'say' ? [it.message] : []));
    expect(said).to.have.length(2);
    expect(said[0]).to.equal(said[1]);
  });

  it('an internal suggestion becomes a public draft, to be edited and sent', async () => {
    desk = await OpenedDesk.open();
    await desk.show([item('c1')]);
    await desk.say(mine(), [entry(1, 'We refund one today.', { plane: 'internal', from: priyaSays })]);
    const transcript = one(desk.talk, 'floorwalk-transcript');
    await (transcript as FloorwalkAgent).updateComplete;
    button(transcript, 'Make it a draft').click();
    await desk.composer.updateComplete;
    expect(desk.composer.plane).to.equal('public');
    expect(desk.field.value).to.equal('We refund one today.');
    expect(desk.server.commands()).to.have.length(0);
  });

  it('keeps a draft over a lost connection, a reload and a release, each on its own plane and conversation', async () => {
    desk = await OpenedDesk.open();
    await desk.show([item('c1'), item('c2')]);
    await desk.say(mine());
    await desk.compose('to the customer');
    desk.composer.switchTo('internal');
    await desk.compose('a note');
    desk.server.socket.drop();
    desk.client.retry();
    await desk.panel.shown();
    await desk.say(mine());
    expect(desk.field.value).to.equal('a note');
    desk.close();
    desk = await OpenedDesk.open();
    await desk.show([item('c1'), item('c2')]);
    await desk.say(mine());
    await desk.composer.updateComplete;
    expect([desk.composer.plane, desk.field.value]).to.deep.equal(['public', 'to the customer']);
    desk.composer.switchTo('internal');
    await desk.composer.updateComplete;
    expect(desk.field.value).to.equal('a note');
    const kept = Object.keys(sessionStorage).filter((key) => key.includes('c2'));
    expect(kept).to.deep.equal([]);
    expect(Object.keys(localStorage).some((key) => key.includes('draft'))).to.equal(false);
  });
});
