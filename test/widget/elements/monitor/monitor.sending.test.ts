import { detail, entry } from '../../support/floor-facts.ts';
import { ines, joined, OpenedMonitor } from '../../support/opened-monitor.ts';
import { all, button, one, words } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

describe('texts from the monitor', () => {
  let on: OpenedMonitor;
  beforeEach(() => sessionStorage.clear());
  afterEach(() => on.close());

  it('[P3] every text is sent with its plane, and shown while it is under way', async () => {
    on = await OpenedMonitor.open();
    await on.show(joined());
    on.server.answer = () => undefined;
    await on.send('A note');
    expect(on.server.commands()[0]).to.deep.include({
      type: 'say',
      conversation: 'c1',
      text: 'A note',
      plane: 'internal',
    });
    expect(on.transcript).to.contain('A note');
    await on.speak();
    await on.send('Hello Marta');
    expect(on.server.commands()[1]).to.deep.include({ text: 'Hello Marta', plane: 'public' });
  });

  it('[P4] a text that was refused stays, says why, and goes again under the same id', async () => {
    on = await OpenedMonitor.open();
    await on.show(joined());
    on.server.answer = () => ({ refusal: { refusal: 'tooManyRequests' } });
    await on.send('A note');
    expect(words(one(on.panel.el, '[role="alert"]'))).to.contain('Too many requests.');
    on.server.answer = () => ({ result: null });
    button(one(on.panel.el, 'floorwalk-transcript'), 'again').click();
    await on.panel.shown();
    const [first, second] = on.server.commands().flatMap((it) => (it.type === 'say' ? [it.message] : []));
    expect(second).to.equal(first);
    expect(all(on.panel.el, '[role="alert"]')).to.have.length(0);
    await on.show(null, [
      entry(1, 'A note', { id: first ?? '', plane: 'internal', from: { ...ines, kind: 'consultant' } }),
    ]);
    expect(on.transcript.split('A note')).to.have.length(2);
  });

  it('after a reconnect asks only for what came since', async () => {
    on = await OpenedMonitor.open();
    await on.show(detail(), [entry(1, 'One')]);
    on.server.socket.drop();
    on.client.retry();
    await on.panel.shown();
    expect(on.server.sent('subscribe').at(-1)?.topic).to.deep.equal({
      kind: 'conversation',
      conversation: 'c1',
      since: { epoch: 'e1', public: 1, internal: 0 },
    });
    await on.show(null, [entry(2, 'Two')]);
    expect(on.transcript).to.contain('One').and.to.contain('Two');
  });
});
