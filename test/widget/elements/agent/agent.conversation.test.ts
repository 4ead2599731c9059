import { expect } from '@open-wc/testing';
import { item, mine, OpenedDesk } from '../../support/opened-desk.ts';
import { all, one, words } from '../../support/shown.ts';

describe('the conversation in hand', () => {
  let desk: OpenedDesk;
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  afterEach(() => desk.close());

  it('asks before an unsent text is lost', async () => {
    desk = await OpenedDesk.open();
    await desk.show([item('c1')]);
    await desk.say(mine());
    await desk.compose('Not sent yet');
    await desk.act('End');
    expect(words(one(desk.talk, '[role=alert]'))).to.contain('What you have written is not sent');
    expect(desk.server.commands()).to.have.length(0);
    await expect(desk.el).to.be.accessible();
    await desk.act('Keep writing');
    expect(all(desk.talk, '[role=alert]')).to.have.length(0);
    expect(desk.field.value).to.equal('Not sent yet');
    await desk.act('End');
    one(desk.talk, '.asking .primary').click();
    await desk.panel.shown();
    expect(desk.server.commands()).to.deep.equal([{ type: 'end', conversation: 'c1' }]);
  });

  it('[M7] says who is here, and who watches only where the policy tells', async () => {
    desk = await OpenedDesk.open();
    await desk.show([item('c1')]);
    await desk.say(mine({ consultants: [{ id: 'ines', name: 'Ines Carvalho', since: 0, told: null }] }));
    const aside = (): string => words(one(desk.el, '.aside'));
    expect(aside()).to.contain('Ines Carvalho').and.to.contain('Sam Okafor').and.not.to.contain('Watching');
    await desk.say(mine({ watchers: [{ id: 'jonas', name: 'Jonas Weber' }] }));
    expect(aside()).to.contain('Watching: Jonas Weber');
    await expect(desk.el).to.be.accessible();
  });

  it('[M4] in wrap-up only notes are offered', async () => {
    desk = await OpenedDesk.open();
    await desk.show([item('c1', 'primary', { state: 'wrap-up', phase: null })]);
    await desk.say(
      mine({
        state: 'wrap-up',
        phase: null,
        may: { close: null, release: 'state', end: 'state', park: 'state', resume: 'state' },
      }),
    );
    expect(desk.composer.plane).to.equal('internal');
    expect(all(desk.talk, '.head button').map((it) => words(it))).to.deep.equal(['Close']);
    await expect(desk.el).to.be.accessible();
  });
});
