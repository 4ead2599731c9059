import '../../../../widget/elements/agent/define.ts';
import type { Detail, TimelineEntry } from '@floorwalk/core/protocol';
import { expect } from '@open-wc/testing';
import type { LiveClient } from '../../../../widget/client/index.ts';
import type { FloorwalkComposer } from '../../../../widget/composer/index.ts';
import type { DeskConversation } from '../../../../widget/elements/agent/desk-conversation.ts';
import type { FloorwalkTranscript } from '../../../../widget/transcript/index.ts';
import { conversationOf, detail, entry } from '../../support/floor-facts.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all, button, one, press, words, write } from '../../support/shown.ts';

const ines = { id: 'ines', name: 'Ines Carvalho' };
const mine = (more: Partial<Detail> = {}): Detail =>
  detail({
    role: 'primary',
    watchers: null,
    may: { release: null, park: 'releaseInstead', end: null, resume: 'state', close: 'state' },
    ...more,
  });

describe('a conversation on the desk', () => {
  let server: ScriptedServer;
  let client: LiveClient;
  let panel: Mounted<DeskConversation>;
  beforeEach(() => sessionStorage.clear());
  afterEach(() => client.close());

  const open = async (): Promise<void> => {
    server = new ScriptedServer();
    server.person = { id: 'priya', name: 'Priya Raman', roles: ['agent'] };
    client = await scriptedClient(server);
    const size = { width: 700, height: 640, hears: ['floorwalk-detail-changed'] };
    panel = await mount<DeskConversation>('floorwalk-desk-conversation', client, { conversation: 'c1' }, size);
  };
  const show = async (about: Detail | null, entries: readonly TimelineEntry[] = []): Promise<void> => {
    server.publish('conversation', conversationOf(about, entries));
    await panel.shown();
  };
  const composer = (): FloorwalkComposer => one<FloorwalkComposer>(panel.el, 'floorwalk-composer');
  const compose = async (text: string): Promise<void> => {
    await composer().updateComplete;
    write(one(composer(), 'textarea'), text);
    await composer().updateComplete;
  };
  const draft = async (): Promise<string> => {
    await composer().updateComplete;
    return one<HTMLTextAreaElement>(composer(), 'textarea').value;
  };
  const send = async (text: string): Promise<void> => {
    await compose(text);
    one(composer(), '[part~="primary"]').click();
    await panel.shown();
  };
  const transcript = async (): Promise<FloorwalkTranscript> => {
    const el = one<FloorwalkTranscript>(panel.el, 'floorwalk-transcript');
    await el.updateComplete;
    return el;
  };

  it('says what it waits for, then shows the conversation and tells the desk about it', async () => {
    await open();
    expect(all(panel.el, 'floorwalk-composer')).to.have.length(0);
    await expect(panel.el).to.be.accessible();
    await show(mine(), [entry(1, 'Both are booked.')]);
    expect(words(one(panel.el, '.head')))
      .to.contain('Booked twice')
      .and.to.contain('Marta Olsen');
    expect(words(await transcript())).to.contain('Both are booked.');
    expect(panel.events).to.have.length(1);
    await expect(panel.el).to.be.accessible();
  });

  it('[R1] says why a conversation is not shown, and lets nobody write where it has ended', async () => {
    await open();
    const refusal = { refusal: 'notPrimary', detail: '' };
    server.publish('conversation', { type: 'ended', refusal, resumes: false });
    await panel.shown();
    expect(words(panel.el)).to.contain('Only the primary of this conversation can do this.');
    await show(mine());
    expect(all(panel.el, 'floorwalk-composer')).to.have.length(1);
    server.publish('conversation', { type: 'ended', refusal, resumes: false });
    await panel.shown();
    expect(all(panel.el, 'floorwalk-composer')).to.have.length(0);
    await expect(panel.el).to.be.accessible();
  });

  it('[R1] shows what may be done; what is off says why', async () => {
    await open();
    await show(mine({ may: { release: null, park: null, end: 'notPrimary', resume: 'state', close: 'state' } }));
    expect(all(panel.el, '.head button').map((it) => words(it))).to.deep.equal(['Release', 'Park', 'End']);
    expect(button(panel.el, 'End').title).to.equal('you are not the primary');
    button(panel.el, 'End').click();
    button(panel.el, 'Park').click();
    await panel.shown();
    expect(server.commands()).to.deep.equal([{ type: 'park', conversation: 'c1' }]);
    await show(mine({ may: { release: null } }));
    expect(all(panel.el, '.head button').map((it) => words(it))).to.deep.equal(['Release']);
    await show(
      mine({
        state: 'waiting',
        phase: null,
        may: { resume: null, release: 'state', park: 'state', end: 'state', close: 'state' },
      }),
    );
    expect(all(panel.el, '.head button').map((it) => words(it))).to.deep.equal(['Resume']);
  });

  it('says in words that a command was refused, until another succeeds', async () => {
    await open();
    await show(mine());
    server.answer = () => ({ refusal: { refusal: 'busy' } });
    button(panel.el, 'End').click();
    await panel.shown();
    expect(words(one(panel.el, '[role=alert]'))).to.contain('more work');
    server.answer = () => ({ result: null });
    button(panel.el, 'End').click();
    await panel.shown();
    expect(all(panel.el, '[role=alert]')).to.have.length(0);
  });

  it('[N2] says of each consultant since when, and whether the customer was told of this one and has seen it', async () => {
    await open();
    const at = (minutes: number): number => new Date(2026, 5, 1, 12, minutes).getTime();
    const since = at(4);
    await show(
      mine({
        primarySince: at(1),
        consultants: [
          { ...ines, since, told: { at: since, seenAt: at(6) } },
          { id: 'jonas', name: 'Jonas Weber', since: at(5), told: { at: at(5), seenAt: null } },
          { id: 'ana', name: 'Ana Kovač', since: at(7), told: null },
        ],
      }),
    );
    expect(words(one(panel.el, '.here')))
      .to.contain('Ines Carvalho is here as consultant since 12:04. Marta Olsen saw the notice 12:06.')
      .and.to.contain('Jonas Weber is here as consultant since 12:05. Marta Olsen was told, not seen yet.')
      .and.to.contain('Ana Kovač is here as consultant since 12:07. Marta Olsen was not told.');
    expect(words(one(panel.el, '.head'))).to.contain('with you since 12:01');
    await expect(panel.el).to.be.accessible();
    await show(mine({ receiptsKnown: false, consultants: [{ ...ines, since, told: { at: since, seenAt: null } }] }));
    expect(words(one(panel.el, '.here'))).to.contain('this channel sends no receipt');
  });

  it('releases with a reason, which the next agent reads as a note; trying again adds it once', async () => {
    await open();
    await show(mine());
    button(panel.el, 'Release').click();
    await panel.shown();
    expect(words(one(panel.el, '.asking'))).to.contain('Why do you release it?');
    expect(server.commands()).to.have.length(0);
    await expect(panel.el).to.be.accessible();
    server.answer = ({ command }) => (command.type === 'release' ? { refusal: { refusal: 'busy' } } : { result: null });
    button(panel.el, 'Wrong queue').click();
    await panel.shown();
    server.answer = () => ({ result: null });
    button(panel.el, 'Release').click();
    await panel.shown();
    button(panel.el, 'Wrong queue').click();
    await panel.shown();
    const said = server.commands().flatMap((it) => (it.type === 'say' ? [it] : []));
    expect(said.map(({ text, plane }) => [text, plane])).to.deep.equal([
      ['Released: Wrong queue', 'internal'],
      ['Released: Wrong queue', 'internal'],
    ]);
    expect(said[0]?.message).to.equal(said[1]?.message);
    expect(server.commands().map(({ type }) => type)).to.deep.equal(['say', 'release', 'say', 'release']);
  });

  it('is not released where its note was refused, and keeps it where the agent thinks again', async () => {
    await open();
    await show(mine());
    server.answer = () => ({ refusal: { refusal: 'busy' } });
    button(panel.el, 'Release').click();
    await panel.shown();
    write(one(panel.el, '.asking input'), 'A colleague speaks Danish');
    one(panel.el, '.asking .primary').click();
    await panel.shown();
    expect(server.commands().map(({ type }) => type)).to.deep.equal(['say']);
    expect(words(one(panel.el, '.strip.bad'))).not.to.equal('');
    button(panel.el, 'Keep it').click();
    await panel.shown();
    expect(all(panel.el, '.asking')).to.have.length(0);
    button(panel.el, 'Release').click();
    await panel.shown();
    one(panel.el, '.asking input').focus();
    press(one(panel.el, '.asking input'), 'Escape');
    await panel.shown();
    expect(all(panel.el, '.asking')).to.have.length(0);
    expect(panel.el.shadowRoot?.activeElement, 'the next key writes').to.equal(one(panel.el, 'floorwalk-composer'));
  });

  it('[C4] counts the after-work down, and says when what is parked closes', async () => {
    await open();
    const closing = { autoCloseAt: Date.now() + 648_500, since: Date.now() - 60_000, phase: null };
    await show(mine({ ...closing, state: 'wrap-up', may: { close: null } }));
    expect(words(one(panel.el, '.strip.still')))
      .to.contain('After-work. It closes by itself at')
      .and.to.contain('10:4');
    await expect(panel.el).to.be.accessible();
    await show(mine({ ...closing, state: 'wrap-up', autoCloseAt: null }));
    expect(words(one(panel.el, '.strip.still'))).to.contain('until you close it');
    await show(mine({ ...closing, state: 'waiting', may: { resume: null } }));
    expect(words(one(panel.el, '.strip.still'))).to.contain('Parked. It closes by itself');
  });

  it('[P1] starts public for the primary and internal for a consultant; a reader has no composer', async () => {
    await open();
    await show(mine());
    await composer().updateComplete;
    expect(composer().plane).to.equal('public');
    await show(mine({ role: 'consultee' }));
    await composer().updateComplete;
    expect(composer().plane).to.equal('internal');
    for (const role of ['reader', 'offeree'] as const) {
      await show(mine({ role }));
      expect(all(panel.el, 'floorwalk-composer'), role).to.have.length(0);
    }
  });

  it('[P1] tells the plane in which the agent types', async () => {
    await open();
    await show(mine());
    await compose('Good');
    composer().switchTo('internal');
    await compose('A note');
    expect(server.sent('typing').map(({ plane }) => plane)).to.deep.equal(['public', 'internal']);
  });

  it('[P1] neither a conversation nor a plane gets the draft of another', async () => {
    await open();
    await show(mine());
    await compose('for Marta');
    composer().switchTo('internal');
    await compose('about Marta');
    panel.el.conversation = 'c2';
    await panel.shown();
    expect(all(panel.el, 'floorwalk-composer')).to.have.length(0);
    await show(mine({ id: 'c2', customer: { name: 'Joel Fagan' } }));
    expect([composer().plane, await draft()]).to.deep.equal(['public', '']);
    composer().switchTo('internal');
    expect(await draft()).to.equal('');
    expect(server.sent('unsubscribe')).to.have.length(1);
    panel.el.conversation = 'c1';
    await panel.shown();
    await show(mine());
    expect([composer().plane, await draft()]).to.deep.equal(['public', 'for Marta']);
    composer().switchTo('internal');
    expect(await draft()).to.equal('about Marta');
  });

  it('[P4] sends a failed note again under its own id and on its own plane, and shows it once', async () => {
    await open();
    await show(mine());
    server.answer = () => ({ refusal: { refusal: 'busy' } });
    composer().switchTo('internal');
    await send('She is right.');
    expect(words(await transcript())).to.contain('The note was not added.');
    await expect(panel.el).to.be.accessible();
    server.answer = () => ({ result: null });
    composer().switchTo('public');
    button(await transcript(), 'Try again').click();
    await panel.shown();
    const said = server.commands().flatMap((it) => (it.type === 'say' ? [it] : []));
    expect(said.map(({ plane }) => plane)).to.deep.equal(['internal', 'internal']);
    expect(said[0]?.message).to.equal(said[1]?.message);
    const from = { kind: 'agent', id: 'priya', name: 'Priya Raman' } as const;
    const stored = entry(1, 'She is right.', { id: said[0]?.message ?? '', plane: 'internal', from });
    await show(null, [stored]);
    await show(null, [stored]);
    expect(words(await transcript()).split('She is right.')).to.have.length(2);
  });

  it('goes on after a loss where it stopped', async () => {
    await open();
    await show(mine(), [entry(1, 'Hello')]);
    server.socket.drop();
    client.retry();
    await panel.shown();
    expect(server.sockets).to.have.length(2);
    expect(server.sent('subscribe').at(-1)?.topic).to.deep.equal({
      kind: 'conversation',
      conversation: 'c1',
      since: { epoch: 'e1', public: 1, internal: 0 },
    });
  });
});
