import type { Detail } from '@floorwalk/core/protocol';
import { waitUntil } from '@open-wc/testing';
import { loadStaffLanguage } from '../../../widget/strings/load.ts';
import { refusalSentence, t } from '../../../widget/strings/index.ts';
import { entry, noon } from '../support/floor-facts.ts';
import { item, mine, offer, OpenedDesk } from '../support/opened-desk.ts';
import { button, one, words } from '../support/shown.ts';
import { Walk } from '../support/walk.ts';

const ines = { id: 'ines', name: 'Ines Carvalho', since: noon, told: null };
const handover = {
  reason: 'Knows the case',
  wants: 'One of them back',
  tried: 'Asked the bank',
  promised: 'A refund',
  promisedBy: 'Friday',
  lastQuestion: 'Can you help?',
  sentiment: '2',
};
const closed = {
  id: 'c0',
  subject: 'Delivery slot changed',
  channel: 'liveChat',
  queue: { id: 'billing', name: 'Billing' },
  agent: { id: 'tomas', name: 'Tomás Silva' },
  openedAt: noon,
  closedAt: noon,
  outcome: 'endedByAgent',
};
const hand = { agent: { id: 'sam', name: 'Sam Okafor' }, at: noon, text: 'May I refund it?', claimedBy: null };

Walk.through('an agent’s desk', loadStaffLanguage, (walk) => {
  let desk: OpenedDesk;
  beforeEach(async () => {
    sessionStorage.clear();
    localStorage.clear();
    desk = await OpenedDesk.open(walk().width);
    desk.records.set('/v1/conversations/c1/earlier', { items: [closed], total: 1 });
    desk.records.set('/v1/conversations/c0/messages', { items: [entry(1, 'Tuesday then.')], total: 1 });
  });
  afterEach(() => desk.close());
  const see = (state: string, signs: Parameters<Walk['see']>[2], again?: () => Promise<unknown>) =>
    walk().see(desk.el, state, signs, again);
  const hold = async (more: Partial<Detail> = {}): Promise<void> => {
    await desk.show([item('c1')]);
    await desk.say(mine(more), [entry(1, 'I was charged twice')]);
    await desk.panel.shown();
  };

  it('not there yet, nothing, offers with their card, the notice of monitoring', async () => {
    await see('not there yet', [() => t('gettingTheFloorFirst')]);
    await desk.show([], { acknowledged: false });
    await see('nothing', [() => t('noneYetMore'), () => t('mayBeMonitored')]);
    const transfer = offer('c6');
    const pending = { ...transfer.row.pending, transfer: true } as typeof transfer.row.pending;
    await desk.show([
      offer('c5'),
      { ...transfer, row: { ...transfer.row, agent: item('c6').row.agent, pending }, handover },
      item('c7', 'pick'),
    ]);
    await see('offers', ['.offer', '[part="handover"]', () => t('reject'), () => t('pick'), () => t('lastQuestion')]);
  });

  it('the conversation in hand, with what stands beside it', async () => {
    await hold({
      consultants: [ines],
      watchers: [{ id: 'jonas', name: 'Jonas Weber' }],
      waitSince: noon,
      waitTarget: 120_000,
      context: { type: 'case', id: '42' },
      may: { ...mine().may, raiseHand: null },
    });
    await see('in hand', [
      '.aside .block',
      '.public',
      '.hand',
      () => t('whoIsHere'),
      () => t('times'),
      () => t('raise'),
    ]);
    await see('beside it', ['.record', () => t('attachedRecord'), () => t('endedByAgent')]);
    const earlier = one<OpenedDesk['el']>(desk.el, 'floorwalk-desk-earlier');
    button(earlier, 'Delivery slot changed').click();
    await desk.panel.shown();
    await earlier.updateComplete;
    await see('an earlier one', ['.back', () => t('earlierReadOnly')]);
    await hold({ hand, may: { raiseHand: 'handRaised', lowerHand: null } });
    await see('hand up', [() => t('lowerHand')]);
    await hold({ hand: { ...hand, claimedBy: { id: 'ana', name: 'Ana Kovač', at: noon } }, may: { lowerHand: null } });
    await see('somebody comes', ['.hand .strong']);
  });

  it('what is asked before a text is lost, and why a conversation is released', async () => {
    await hold();
    await desk.compose('Not sent yet');
    await desk.act(t('end'));
    await see('a text would be lost', ['.asking', () => t('keepWriting')]);
    await desk.act(t('release'));
    await see('released why', ['.asking form', () => t('releaseSkill'), () => t('releaseOther')]);
    desk.server.answer = () => ({ refusal: { refusal: 'notPrimary' } });
    await see('refused', [() => refusalSentence({ refusal: 'notPrimary', detail: '' })], async () => {
      button(desk.talk, t('releaseSkill')).click();
      await desk.panel.shown();
    });
  });

  it('wrap-up, parked, and ended elsewhere', async () => {
    const off = { release: 'state', end: 'state', park: 'state' };
    await hold({ state: 'wrap-up', phase: null, autoCloseAt: Date.now() + 90_000, may: { ...off, close: null } });
    await see('wrap-up', ['.internal', () => t('closeAfterWork')]);
    await hold({ state: 'waiting', phase: null, autoCloseAt: Date.now() + 9e8, may: { ...off, resume: null } });
    await see('parked', [() => t('resume')]);
    desk.server.publish('conversation', {
      type: 'ended',
      refusal: { refusal: 'notPrimary', detail: '' },
      resumes: false,
    });
    await desk.panel.shown();
    await see('ended elsewhere', ['.still', () => refusalSentence({ refusal: 'notPrimary', detail: '' })]);
  });

  it('signing out, signed out, and without a connection', async () => {
    await desk.show([
      item('c1'),
      item('c2', 'primary', { channel: 'sms' }),
      item('c3', 'consultee'),
      item('c4', 'primary', { state: 'wrap-up', phase: null }),
      offer('c5'),
    ]);
    await desk.press(t('signOut'));
    await see('signing out', ['.ask', () => t('signOutAsk'), () => t('signOutParked', { names: 'Customer c2' })]);
    one(desk.el, '.ask .primary').click();
    await waitUntil(() => words(desk.el).includes(t('signedOut')));
    await see('signed out', [() => t('signedOutMore')]);
    await desk.press(t('signIn'));
    await desk.show([item('c1')]);
    desk.server.opens = false;
    desk.server.socket.drop();
    await desk.panel.shown();
    await see('lost', [() => t('tryNow')]);
  });
});
