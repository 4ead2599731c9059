import { expect } from '@open-wc/testing';
import type { DeskEarlier } from '../../../../widget/elements/agent/desk-earlier.ts';
import type { FloorwalkTranscript } from '../../../../widget/transcript/index.ts';
import { entry, noon } from '../../support/floor-facts.ts';
import { item, mine, OpenedDesk } from '../../support/opened-desk.ts';
import { all, button, one, words } from '../../support/shown.ts';

const closed = {
  id: 'c0',
  subject: 'Delivery slot changed',
  channel: 'liveChat',
  queue: { id: 'billing', name: 'Billing' },
  agent: { id: 'tomas', name: 'Tomás Silva' },
  openedAt: noon - 90 * 86_400_000,
  closedAt: noon - 90 * 86_400_000,
  outcome: 'endedByAgent',
};

describe('the customer’s earlier conversations', () => {
  let desk: OpenedDesk;
  beforeEach(() => sessionStorage.clear());
  afterEach(() => desk.close());

  const earlier = (): DeskEarlier => one<DeskEarlier>(desk.el, 'floorwalk-desk-earlier');
  const shown = async (): Promise<void> => {
    await desk.panel.shown();
    await earlier().updateComplete;
    await desk.panel.shown();
  };
  const open = async (list: unknown): Promise<void> => {
    desk = await OpenedDesk.open();
    if (list) desk.records.set('/v1/conversations/c1/earlier', list);
    await desk.show([item('c1')]);
    await desk.say(mine());
    await shown();
  };

  it('[M9] lists what they were about and how they ended, and shows one of them read only', async () => {
    await open({ items: [closed], total: 1 });
    expect(words(earlier()))
      .to.contain('Earlier with Marta')
      .and.to.contain('Delivery slot changed')
      .and.to.contain('ended by agent');
    await expect(desk.el).to.be.accessible();
    const ended = { type: 'notice', at: noon, kind: 'conversationEnded', params: { by: 'agent' } };
    const seen = { receipt: { seenAt: null, channel: true } };
    desk.records.set('/v1/conversations/c0/messages', {
      items: [
        entry(1, 'Tuesday then.'),
        { ...ended, id: 'n1', plane: 'public', offset: 2, ...seen },
        { ...ended, id: 'n2', plane: 'internal', offset: 1, twin: 'n1', ...seen },
      ],
      total: 3,
    });
    button(earlier(), 'Delivery slot changed').click();
    await shown();
    const transcript = one<FloorwalkTranscript>(earlier(), 'floorwalk-transcript');
    await transcript.updateComplete;
    expect(words(transcript)).to.contain('Tuesday then.').and.not.to.contain('Not seen yet');
    expect(words(transcript).split('ended the conversation')).to.have.length(2);
    expect(words(earlier())).to.contain('read only').and.to.contain('Tomás Silva, Billing');
    expect(all(earlier(), 'floorwalk-composer, textarea')).to.have.length(0);
    await expect(desk.el).to.be.accessible();
    button(earlier(), 'Back to the list').click();
    await shown();
    expect(all(earlier(), 'floorwalk-transcript')).to.have.length(0);
  });

  it('says that there are none, and that they could not be read', async () => {
    await open({ items: [], total: 0 });
    expect(words(earlier())).to.contain('None that you may read.');
    desk.close();
    await open(undefined);
    expect(words(earlier())).to.contain('could not be read');
    await expect(desk.el).to.be.accessible();
  });

  it('[P1] asks anew for another conversation and shows nothing of the one before', async () => {
    await open({ items: [closed], total: 1 });
    await desk.show([item('c1'), item('c2')]);
    all(desk.el, '.item')[1]?.click();
    await desk.panel.shown();
    desk.records.set('/v1/conversations/c2/earlier', { items: [], total: 0 });
    await desk.say(mine({ id: 'c2', customer: { name: 'Joel Fagan' } }));
    await shown();
    expect(words(earlier())).to.contain('Earlier with Joel').and.not.to.contain('Delivery slot');
  });

  it('leaves out what it cannot read, and shows hostile words as words', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    await open({ items: [{ ...closed, subject: hostile }, { id: 7 }, null], total: 3 });
    expect(all(earlier(), '.record')).to.have.length(1);
    expect(all(earlier(), 'img')).to.have.length(0);
  });
});
