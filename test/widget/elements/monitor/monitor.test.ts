import '../../../../widget/elements/monitor/define.ts';
import type { Detail, TimelineEntry } from '@floorwalk/core/protocol';
import type { LiveClient } from '../../../../widget/client/index.ts';
import type { FloorwalkComposer } from '../../../../widget/composer/index.ts';
import type { FloorwalkMonitor } from '../../../../widget/elements/monitor/monitor.ts';
import { conversationOf, detail, entry, minute, noon } from '../../support/floor-facts.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all, announced, button, one, press, words, write } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

const ines = { id: 'ines', name: 'Ines Carvalho' };
const priya = { kind: 'agent', id: 'priya', name: 'Priya Raman' } as const;
const joined = (more: Partial<Detail> = {}): Detail => detail({ consultants: [ines], role: 'consultant', ...more });

describe('the monitor panel', () => {
  let server: ScriptedServer;
  let client: LiveClient;
  let panel: Mounted<FloorwalkMonitor>;
  let found: unknown[];
  beforeEach(() => {
    found = [];
    sessionStorage.clear();
  });
  afterEach(() => client.close());

  const open = async (more: object = { conversation: 'c1' }, size: { width?: number } = {}): Promise<void> => {
    server = new ScriptedServer();
    client = await scriptedClient(server, () => ({ ok: true, body: { items: found } }));
    panel = await mount<FloorwalkMonitor>('floorwalk-monitor', client, more, {
      width: 460,
      height: 640,
      ...size,
      hears: ['floorwalk-panel-closed', 'floorwalk-command-requested'],
    });
  };
  const show = async (about: Detail | null, entries: readonly TimelineEntry[] = []): Promise<void> => {
    server.publish('conversation', conversationOf(about, entries));
    await panel.shown();
  };
  const end = async (refusal: object, resumes = false): Promise<void> => {
    server.publish('conversation', { type: 'ended', refusal: { detail: '', ...refusal }, resumes });
    await panel.shown();
  };
  const composer = (): FloorwalkComposer => one<FloorwalkComposer>(panel.el, 'floorwalk-composer');
  const transcript = (): string => words(one(panel.el, 'floorwalk-transcript'));
  const band = (): number => all(panel.el, '.speaking-band').length;
  const speak = async (): Promise<void> => {
    composer().switchTo('public');
    await composer().updateComplete;
    await panel.shown();
  };
  const send = async (text: string): Promise<void> => {
    await composer().updateComplete;
    write(one(composer(), 'textarea'), text);
    await composer().updateComplete;
    one(composer(), '[part~="primary"]').click();
    await panel.shown();
  };

  it('[M2] shows the facts, the people, who else watches, and both planes', async () => {
    await open();
    await show(
      detail({
        waitSince: noon - 4 * minute,
        waitTarget: 2 * minute,
        watchers: [ines, { id: 'jonas', name: 'Jonas Weber' }],
        consultees: [{ id: 'tomas', name: 'Tomas Lind' }],
      }),
      [entry(1, 'Both are booked.'), entry(2, 'She is right.', { plane: 'internal', from: priya })],
    );
    const facts = words(one(panel.el, '.facts'));
    expect(facts).to.contain('Negative, falling');
    expect(facts).to.contain('Wait, target 2:00');
    expect(facts).to.contain('0:42');
    expect(facts).to.contain('1:01');
    expect(words(one(panel.el, '.head')))
      .to.contain('Booked twice')
      .and.to.contain('Marta Olsen');
    const people = words(one(panel.el, '.people'));
    expect(people).to.contain('Priya Raman').and.to.contain('Tomas Lind').and.to.contain('Watching: Jonas Weber');
    expect(people).not.to.contain('Ines');
    expect(transcript()).to.contain('Both are booked.').and.to.contain('She is right.');
    await expect(panel.el).to.be.accessible();
  });

  it('[M2] a watcher has no composer; typing is shown, never what', async () => {
    await open();
    await show(detail());
    expect(all(panel.el, 'floorwalk-composer')).to.have.length(0);
    server.publish('conversation', { type: 'typing', who: priya, plane: 'public' });
    await panel.shown();
    expect(words(panel.el)).to.match(/Priya.* (is )?(typing|writes|writing)/u);
    expect(server.commands()).to.have.length(0);
  });

  it('[M4] says whom joining tells, joins, and starts to write internally', async () => {
    await open();
    await show(detail());
    expect(words(one(panel.el, '.joining'))).to.contain('Joining tells Priya Raman and Marta Olsen');
    button(panel.el, 'Join').click();
    await panel.shown();
    expect(server.commands()).to.deep.equal([{ type: 'join', conversation: 'c1' }]);
    await show(joined());
    expect(composer().plane).to.equal('internal');
    expect(band()).to.equal(0);
    await expect(panel.el).to.be.accessible();
  });

  it('[N1] says when the customer is not told', async () => {
    await open();
    await show(detail({ customerIsTold: false }));
    expect(words(one(panel.el, '.joining'))).to.contain('switched off telling Marta Olsen');
    await show(detail({ state: 'wrap-up', phase: null }));
    expect(words(one(panel.el, '.joining'))).to.contain('Marta Olsen has gone and is not told.');
  });

  it('[R1] joining that is refused is off, with the reason', async () => {
    await open();
    await show(detail({ may: { join: 'heldByBot', transfer: 'heldByBot' } }));
    expect(words(one(panel.el, '.joining'))).to.contain('A bot holds this conversation.');
    button(panel.el, 'Join').click();
    await panel.shown();
    expect(server.commands()).to.have.length(0);
    expect(all(panel.el, '.head .button').map((it) => words(it))).not.to.contain('Transfer');
  });

  it('[M4] speaking to the customer shows the band and the frame; Escape goes back before it closes', async () => {
    await open();
    await show(joined());
    await speak();
    expect(band()).to.equal(1);
    expect(getComputedStyle(one(panel.el, '.panel')).borderTopWidth).to.equal('3px');
    await expect(panel.el).to.be.accessible();
    press(one(panel.el, '.panel'), 'Escape');
    await composer().updateComplete;
    await panel.shown();
    expect(composer().plane).to.equal('internal');
    expect(band()).to.equal(0);
    expect(panel.events).to.have.length(0);
    press(one(panel.el, '.panel'), 'Escape');
    expect(panel.events).to.have.length(1);
  });

  it('[M4] losing the connection goes back to internal', async () => {
    await open();
    await show(joined());
    await speak();
    server.socket.drop();
    await composer().updateComplete;
    await panel.shown();
    expect(composer().plane).to.equal('internal');
    expect(band()).to.equal(0);
    expect(words(panel.el)).to.contain('No connection since');
  });

  it('[M4][M5] leaving goes back to internal, and joining again starts there', async () => {
    await open();
    await show(joined());
    await speak();
    button(panel.el, 'Leave').click();
    await panel.shown();
    expect(server.commands()).to.deep.equal([{ type: 'leave', conversation: 'c1' }]);
    await show(detail());
    expect(band()).to.equal(0);
    expect(all(panel.el, '.panel.speaking')).to.have.length(0);
    await show(joined());
    await composer().updateComplete;
    expect(composer().plane).to.equal('internal');
    expect(band()).to.equal(0);
  });

  it('[M4] closing goes back to internal; monitored again, it is internal', async () => {
    await open();
    await show(joined());
    await speak();
    button(panel.el, 'Close').click();
    panel.el.conversation = '';
    await panel.shown();
    expect(server.sent('unsubscribe')).to.have.length(1);
    expect(band()).to.equal(0);
    panel.el.conversation = 'c1';
    await panel.shown();
    expect(server.sent('subscribe')).to.have.length(2);
    await show(joined());
    await composer().updateComplete;
    expect(composer().plane).to.equal('internal');
  });

  it('[M4] in wrap-up only internal is offered', async () => {
    await open();
    await show(joined({ state: 'wrap-up', phase: null }));
    await composer().updateComplete;
    composer().switchTo('public');
    await composer().updateComplete;
    expect(composer().plane).to.equal('internal');
    expect(words(composer())).not.to.contain('Speak to');
  });

  const ends: readonly (readonly [string, object, boolean, string])[] = [
    ['closed', { refusal: 'state', state: 'closed' }, false, 'The conversation closed at'],
    ['assigned to the watcher', { refusal: 'isPrimary' }, false, 'This conversation is now yours.'],
    ['right withdrawn', { refusal: 'outOfScope' }, false, 'You may no longer monitor Billing'],
    ['parked', { refusal: 'state', state: 'waiting' }, true, 'Priya Raman parked it at'],
    ['released', { refusal: 'state', state: 'open' }, true, 'Nobody holds it now. The text stops here.'],
  ];
  for (const [what, refusal, resumes, said] of ends)
    it(`[M6] says at once when it ends: ${what}`, async () => {
      await open();
      await show(joined(), [entry(1, 'Both are booked.')]);
      await speak();
      await end(refusal, resumes);
      expect(words(one(panel.el, '.still'))).to.contain(said);
      expect(announced()).to.contain(said);
      expect(all(panel.el, 'floorwalk-composer')).to.have.length(0);
      expect(band()).to.equal(0);
      expect(transcript()).to.contain('Both are booked.');
      await expect(panel.el).to.be.accessible();
    });

  it('[M6] goes on by itself when the server does', async () => {
    await open();
    await show(detail(), [entry(1, 'One')]);
    await end({ refusal: 'state', state: 'waiting' }, true);
    await show(detail({ since: noon }), [entry(1, 'One'), entry(2, 'Two')]);
    expect(all(panel.el, '.still')).to.have.length(0);
    expect(transcript()).to.contain('Two');
  });

  it('[M1] a refusal before anything was shown is said in words, with the way back', async () => {
    await open();
    await end({ refusal: 'consentMissing' });
    expect(words(panel.el)).to.contain('The customer has not yet agreed to being monitored.');
    await expect(panel.el).to.be.accessible();
    button(panel.el, 'Back to the floor').click();
    expect(panel.events).to.have.length(1);
  });

  it('[N2] says when the customer was informed, is not yet, or sends no receipts', async () => {
    await open();
    const receipts = (seenAt: number | null) => ({ n1: { kind: 'consultantJoined', at: noon, seenAt } });
    await show(joined({ receipts: receipts(null) }));
    expect(words(one(panel.el, '.people'))).to.contain('Not seen yet');
    await show(joined({ receipts: receipts(noon + 31_000) }));
    expect(words(one(panel.el, '.people'))).to.match(/informed,? 12:00:31/iu);
    await show(joined({ receipts: receipts(null), receiptsKnown: false }));
    expect(words(one(panel.el, '.people'))).to.match(/no receipt on this channel/iu);
  });

  it('[P3] every text is sent with its plane, and shown while it is under way', async () => {
    await open();
    await show(joined());
    server.answer = () => undefined;
    await send('A note');
    expect(server.commands()[0]).to.deep.include({
      type: 'say',
      conversation: 'c1',
      text: 'A note',
      plane: 'internal',
    });
    expect(transcript()).to.contain('A note');
    await speak();
    await send('Hello Marta');
    expect(server.commands()[1]).to.deep.include({ text: 'Hello Marta', plane: 'public' });
  });

  it('[P4] a text that was refused stays, says why, and goes again under the same id', async () => {
    await open();
    await show(joined());
    server.answer = () => ({ refusal: { refusal: 'tooManyRequests' } });
    await send('A note');
    expect(words(one(panel.el, '[role="alert"]'))).to.contain('Too many requests.');
    server.answer = () => ({ result: null });
    button(one(panel.el, 'floorwalk-transcript'), 'again').click();
    await panel.shown();
    const [first, second] = server.commands().flatMap((it) => (it.type === 'say' ? [it.message] : []));
    expect(second).to.equal(first);
    expect(all(panel.el, '[role="alert"]')).to.have.length(0);
    await show(null, [
      entry(1, 'A note', { id: first ?? '', plane: 'internal', from: { ...ines, kind: 'consultant' } }),
    ]);
    expect(transcript().split('A note')).to.have.length(2);
  });

  it('[C3] finds the live conversation of a record', async () => {
    found = [
      { id: 'old', state: 'closed' },
      { id: 'c7', state: 'active' },
    ];
    await open({ context: 'case:42' });
    expect(server.sent('subscribe').map(({ topic }) => topic)).to.deep.equal([
      { kind: 'conversation', conversation: 'c7' },
    ]);
  });

  it('[C3] says when a record has none, and follows the record', async () => {
    await open({ context: 'case:42' });
    expect(words(panel.el)).to.contain('No conversation belongs to this record yet.');
    found = [{ id: 'c8', state: 'active' }];
    panel.el.context = 'case:43';
    await panel.shown();
    expect(server.sent('subscribe').at(-1)?.topic).to.deep.equal({ kind: 'conversation', conversation: 'c8' });
  });

  it('after a reconnect asks only for what came since', async () => {
    await open();
    await show(detail(), [entry(1, 'One')]);
    server.socket.drop();
    client.retry();
    await panel.shown();
    expect(server.sent('subscribe').at(-1)?.topic).to.deep.equal({
      kind: 'conversation',
      conversation: 'c1',
      since: { epoch: 'e1', public: 1, internal: 0 },
    });
    await show(null, [entry(2, 'Two')]);
    expect(transcript()).to.contain('One').and.to.contain('Two');
  });

  it('hostile names and subjects stay text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    await open();
    await show(detail({ subject: hostile, customer: { name: hostile } }), [entry(1, hostile)]);
    expect(all(panel.el, 'img')).to.have.length(0);
    expect(words(one(panel.el, '.head'))).to.contain(hostile);
  });

  it('fits 320 px, also while speaking', async () => {
    await open({ conversation: 'c1' }, { width: 320 });
    await show(joined({ subject: 'A subject that is much longer than what fits on one line of a narrow panel' }), [
      entry(1, 'x'.repeat(400)),
    ]);
    await speak();
    expect(one(panel.el, '.panel').scrollWidth).to.be.at.most(320);
  });
});
