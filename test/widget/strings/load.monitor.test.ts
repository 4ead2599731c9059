import '../../../widget/elements/teams/define.ts';
import type { Detail, TimelineEntry } from '@floorwalk/core/protocol';
import { noticeKinds } from '@floorwalk/core/conversation';
import { waitUntil } from '@open-wc/testing';
import { loadStaffLanguage } from '../../../widget/strings/load.ts';
import { refusalSentence, t } from '../../../widget/strings/index.ts';
import { detail, entry, noon } from '../support/floor-facts.ts';
import { mount } from '../support/mount.ts';
import { joined, OpenedMonitor, priya } from '../support/opened-monitor.ts';
import { scriptedClient, ScriptedServer } from '../support/scripted-server.ts';
import { all, one, words, write } from '../support/shown.ts';
import { Walk } from '../support/walk.ts';

const people = { agent: 'Priya Raman', person: 'Ines Carvalho', from: 'Tomás Silva', to: 'Priya Raman', before: 2 };
const notices: readonly TimelineEntry[] = noticeKinds.map((kind, index) => ({
  type: 'notice',
  id: `n${index}`,
  at: noon,
  kind,
  params: people,
  plane: 'public',
  offset: 10 + index,
  receipt: { seenAt: index % 2 === 0 ? noon : null, channel: index % 3 !== 0 },
}));
const lines: readonly TimelineEntry[] = [
  entry(1, 'I was charged twice'),
  entry(2, 'I can see both', { from: priya }),
  entry(3, 'Offer a refund', { from: { kind: 'consultant', id: 'jonas', name: 'Jonas Weber' }, plane: 'internal' }),
  entry(4, 'Let me look', { from: { kind: 'bot', id: 'bot', name: 'Helper' } }),
  ...notices,
];
const hand = { agent: { id: 'priya', name: 'Priya Raman' }, at: noon, text: 'Refund?', claimedBy: null };
const jonas = { id: 'jonas', name: 'Jonas Weber', since: noon, told: null };

Walk.through('the monitor', loadStaffLanguage, (walk) => {
  let on: OpenedMonitor;
  beforeEach(async () => {
    sessionStorage.clear();
    localStorage.clear();
    on = await OpenedMonitor.open(undefined, { width: walk().width });
  });
  afterEach(() => on.close());
  const see = (state: string, signs: Parameters<Walk['see']>[2], again?: () => Promise<unknown>) =>
    walk().see(on.el, state, signs, again);
  const show = (about: Partial<Detail>, entries: readonly TimelineEntry[] = lines) => on.show(detail(about), entries);

  it('nothing chosen, not there yet, refused, a record without a conversation', async () => {
    await see('not there yet', [() => t('gettingTheConversation')]);
    await on.end({ refusal: 'consentMissing' });
    await see('refused', [() => refusalSentence({ refusal: 'consentMissing', detail: '' }), () => t('backToTheFloor')]);
    on.close();
    on = await OpenedMonitor.open({ context: 'case:42' }, { width: walk().width });
    await see('no conversation', [() => t('noConversationOfRecord')]);
    on.close();
    on = await OpenedMonitor.open({}, { width: walk().width });
    await see('nothing chosen', [() => t('chooseConversation')]);
  });

  it('watching: facts, people, receipts, every notice, a raised hand', async () => {
    await show({
      hand,
      waitSince: noon,
      waitTarget: 120_000,
      consultants: [jonas],
      consultees: [{ ...jonas, id: 'tomas', name: 'Tomás Silva' }],
      receipts: { n1: { kind: 'consultantJoined', at: noon, seenAt: noon } },
      may: { ...detail().may, claim: null },
    });
    await see('watching', ['.facts', '.notice', '.hand', '.joining', () => t('commandClaimHand'), () => t('internal')]);
    await show({
      hand: { ...hand, claimedBy: { id: 'ines', name: 'Ines Carvalho', at: noon } },
      customerIsTold: false,
    });
    await see('claimed', [
      () => t('lowerHand'),
      () => t('joinNoticeCustomerOff', { agent: 'Priya Raman', customer: 'Marta Olsen' }),
    ]);
    await show({ state: 'wrap-up', phase: null, may: { ...detail().may, join: 'heldByBot', transfer: 'channel' } });
    await see('joining is off', [() => refusalSentence({ refusal: 'heldByBot', detail: '' })]);
  });

  it('joined: internal, not added, public with its band, wrap-up', async () => {
    await on.show(joined({ consultants: [{ id: 'ines', name: 'Ines Carvalho', since: 0, told: null }, jonas] }), lines);
    const reads = { agent: 'Priya', supervisors: 1, customer: 'Marta' };
    await see('internal', ['.internal', () => t('internalReaders', reads), () => t('leave')]);
    on.server.answer = () => ({ refusal: { refusal: 'busy' } });
    await on.send('Offer a refund');
    await see('not added', ['.failed', () => t('cannotAddTwice')], () => on.send('Offer a refund'));
    on.server.answer = () => ({ result: null });
    // What was worded when it happened goes with the next that is sent.
    await on.send('Offer a refund');
    await on.speak();
    write(one(on.composer, 'textarea'), 'x'.repeat(8_001));
    await see('public', ['.speaking-band', '.public', () => t('youAreSpeaking'), () => t('customerReads').slice(0, 4)]);
    await on.show(joined({ state: 'wrap-up', phase: null }), lines);
    await see('wrap-up', [() => t('publicPlaneClosed', { customer: 'Marta' })]);
  });

  const ends: readonly (readonly [object, boolean, () => string])[] = [
    [{ refusal: 'state', state: 'waiting' }, true, () => t('parked', { agent: 'Priya Raman', clock: '' }).slice(0, 8)],
    [{ refusal: 'state', state: 'open' }, true, () => t('nobodyHoldsIt')],
    [{ refusal: 'isPrimary' }, false, () => t('assignedToYou')],
    [{ refusal: 'outOfScope' }, false, () => t('rightWithdrawnMore')],
  ];
  it('ended: parked, released, mine, withdrawn', async () => {
    for (const [refusal, resumes, words] of ends) {
      await show({});
      await on.end(refusal, resumes);
      await see(`ended, ${JSON.stringify(refusal)}`, ['.still', words]);
    }
  });
});

Walk.through('the tab of Teams', loadStaffLanguage, (walk) => {
  it('outside Teams', async () => {
    const client = await scriptedClient(new ScriptedServer());
    const { width } = walk();
    const { el } = await mount('floorwalk-teams', client, {}, { width });
    await waitUntil(() => all(el, '.still').length > 0 && !words(el).includes(t('teamsOpening')));
    await walk().see(el, 'outside Teams', [() => t('teamsOnly')]);
    client.close();
  });
});
