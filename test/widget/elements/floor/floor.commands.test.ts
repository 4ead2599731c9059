import '../../../../widget/elements/floor/define.ts';
import type { LiveClient } from '../../../../widget/client/index.ts';
import type { FloorwalkFloor } from '../../../../widget/elements/floor/floor.ts';
import { AttentionChangedEvent, CommandRequestedEvent } from '../../../../widget/events/floor-events.ts';
import { floorOf, noon, row } from '../../support/floor-facts.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all, button, one, press, words } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

const raised = (more: object = {}) =>
  row('a', {
    customer: 'Marta Olsen',
    hand: { agent: { id: 'priya', name: 'Priya Raman' }, at: noon, text: 'May I refund 80 euros?', claimedBy: null },
    reasons: [{ kind: 'handRaised', params: { at: noon } }],
    may: { ...row('x').may, claim: null },
    ...more,
  });

describe('the commands of a row', () => {
  let server: ScriptedServer;
  let client: LiveClient;
  let panel: Mounted<FloorwalkFloor>;
  beforeEach(async () => {
    localStorage.clear();
    server = new ScriptedServer();
    client = await scriptedClient(server);
    const hears = [CommandRequestedEvent.type, AttentionChangedEvent.type];
    panel = await mount<FloorwalkFloor>('floorwalk-floor', client, {}, { width: 1_000, hears });
    panel.el.style.blockSize = '600px';
  });
  afterEach(() => client.close());
  const publish = async (message: object): Promise<void> => {
    server.publish('floor', message);
    await panel.shown();
  };
  const asked = (): readonly CommandRequestedEvent[] =>
    panel.events.filter((event) => event instanceof CommandRequestedEvent);
  const onFirst = async (key: string): Promise<void> => {
    one(panel.el, '[data-id]').focus();
    press(one(panel.el, '[data-id]'), key);
    await panel.shown();
  };

  it('[B3] a raised hand is on its row with what the agent asks, and whoever claims it looks at the conversation', async () => {
    await publish(floorOf([raised(), row('b')]));
    one(panel.el, '[data-id]').click();
    await panel.shown();
    expect(words(one(panel.el, '[data-id] .c-why'))).to.match(/^Hand raised \d\d:\d\d$/u);
    expect(words(one(panel.el, '.why'))).to.contain('Priya Raman: May I refund 80 euros?');
    expect(words(button(panel.el, 'Claim hand'))).to.contain('Priya Raman');
    await expect(panel.el).to.be.accessible();
    await onFirst('h');
    expect(server.commands()).to.deep.equal([{ type: 'claim', conversation: 'a' }]);
    expect(asked()).to.have.length(1);
    expect(asked()[0]).to.include({ command: 'monitor', conversation: 'a', isBeside: true });
    const claimedBy = { id: 'jonas', name: 'Jonas', at: noon };
    await publish(floorOf([raised({ hand: { ...raised().hand, claimedBy } })]));
    expect(words(one(panel.el, '[data-id] .c-agent'))).to.match(/Jonas comes, \d\d:\d\d$/u);
  });

  it('[A6] a hand that somebody else claimed is said over the rows, which stay where they are, with what can be done now', async () => {
    await publish(floorOf([raised(), row('b')]));
    const top = (): number => all(panel.el, '[data-id]')[1]?.getBoundingClientRect().top ?? 0;
    one(panel.el, '[data-id]').click();
    await panel.shown();
    const before = top();
    server.answer = () => ({
      refusal: { refusal: 'handClaimed', winner: { person: 'Jonas', at: client.now() - 2_000, did: 'HandClaimed' } },
    });
    await onFirst('h');
    const refusal = one(panel.el, '[part="refusal"]');
    expect(words(refusal)).to.match(/^Jonas claimed the hand 2 s ago\. .+ It is active now, with Priya Raman\./u);
    expect(top()).to.equal(before);
    expect(refusal.getBoundingClientRect().top).to.be.closeTo(before, 4);
    expect(asked().map(({ command }) => command)).to.deep.equal([]);
    await expect(panel.el).to.be.accessible();
    [...refusal.querySelectorAll('button')].at(-1)?.click();
    await panel.shown();
    expect(all(panel.el, '[part="refusal"]')).to.have.length(0);
  });

  it('[F5] a key that is off does nothing', async () => {
    await publish(floorOf([row('a')]));
    await onFirst('h');
    await onFirst('w');
    await onFirst('a');
    expect(server.commands()).to.deep.equal([]);
    expect(asked()).to.have.length(0);
  });

  it('[M3] Shift and M ask for a place beside', async () => {
    await publish(floorOf([row('a')]));
    one(panel.el, '[data-id]').focus();
    const shifted = new KeyboardEvent('keydown', { key: 'M', shiftKey: true, bubbles: true, composed: true });
    one(panel.el, '[data-id]').dispatchEvent(shifted);
    await panel.shown();
    expect(asked()[0]).to.include({ command: 'monitor', isBeside: true });
  });

  it('[F3] says to the page how many need attention, once for each number, and every reason of the selected row', async () => {
    const reasons = ['waiting', 'transfers', 'agentSilent', 'unreachable'].map((kind) => ({
      kind,
      params: { since: noon, target: 120_000, transfers: 2 },
    }));
    for (const attention of [1, 1, 2])
      await publish(floorOf([row('a', { reasons })], { counts: { all: 5, attention } }));
    expect(panel.events.flatMap((it) => (it instanceof AttentionChangedEvent ? [it.count] : []))).to.deep.equal([1, 2]);
    expect(all(panel.el, '[data-id] .reason')).to.have.length(2);
    expect(words(one(panel.el, '[data-id] .c-why'))).to.contain('+2');
    one(panel.el, '[data-id]').click();
    await panel.shown();
    expect(words(one(panel.el, '.why')))
      .to.contain('Agent silent')
      .and.to.contain('Agent unreachable');
  });

  for (const width of [800, 823, 1_240])
    it(`[F3] cuts no reason and no sentiment, and the heads stand apart, at ${width} px`, async () => {
      client.close();
      client = await scriptedClient(server);
      panel = await mount<FloorwalkFloor>('floorwalk-floor', client, {}, { width });
      const reason = (kind: string) => ({ kind, params: { since: Date.now() - 720_000, target: 120_000, steps: 2 } });
      await publish(
        floorOf([
          row('a', {
            sentiment: 3,
            scores: [0.5, 0.2, -0.1, -0.3],
            reasons: [reason('inQueue'), reason('sentimentFell')],
          }),
          row('b', { sentiment: 5, scores: [-0.5, 0.2, 0.3], reasons: [reason('waiting')] }),
        ]),
      );
      for (const it of all(panel.el, '[data-id] .reason'))
        expect(it.scrollWidth, words(it)).to.be.at.most(it.clientWidth);
      for (const cell of all(panel.el, '[data-id] .c-mood')) {
        const text = cell.querySelector('.sub')?.getBoundingClientRect();
        const box = cell.closest('.row')?.getBoundingClientRect();
        expect(text?.bottom).to.be.at.most((box?.bottom ?? 0) + 0.5);
        expect(text?.right).to.be.at.most(cell.getBoundingClientRect().right + 0.5);
      }
      const edge = (name: string): DOMRect | undefined =>
        one(panel.el, `.heads .${name} button`).getBoundingClientRect();
      expect((edge('c-mood')?.left ?? 0) - (edge('c-wait')?.right ?? 0)).to.be.at.least(14);
    });
});
