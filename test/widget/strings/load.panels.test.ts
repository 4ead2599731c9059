import '../../../widget/elements/agents/define.ts';
import '../../../widget/elements/assign/define.ts';
import '../../../widget/elements/supervisor/define.ts';
import '../../../widget/elements/teams/define.ts';
import '../../../widget/elements/transfer/define.ts';
import { expect } from '@open-wc/testing';
import { loadStaffLanguage, staffLanguages } from '../../../widget/strings/load.ts';
import { englishLeft } from '../support/english-left.ts';
import { candidate, card, detail, noon } from '../support/floor-facts.ts';
import { mount } from '../support/mount.ts';
import { item, mine, offer, OpenedDesk } from '../support/opened-desk.ts';
import { joined, OpenedMonitor } from '../support/opened-monitor.ts';
import { scriptedClient, ScriptedServer } from '../support/scripted-server.ts';
import { one, press, write } from '../support/shown.ts';

const WIDTH = 320;

/** What a panel shows in this language: nothing in English, nothing beyond a telephone's edge, nothing out of reach. */
const check = async (el: HTMLElement, name: string, state: string): Promise<void> => {
  const box = el.parentElement ?? el;
  expect(englishLeft(box), state).to.deep.equal([]);
  if (name !== 'ar' && name !== 'de') return;
  expect(box.scrollWidth, `${state}: width`).to.be.at.most(WIDTH);
  await expect(el, state).to.be.accessible();
};
const about = { conversation: 'c1', customer: 'Marta Olsen' };
const found = { ok: true, body: { agents: [candidate('ana', { name: 'Ana Kovač' })], queues: [] } };
const hand = { agent: { id: 'priya', name: 'Priya Raman' }, at: noon, text: 'Refund?', claimedBy: null };

describe('the panels in other languages, on a telephone', () => {
  afterEach(() => (document.documentElement.lang = 'en'));

  for (const name of Object.keys(staffLanguages)) {
    const speak = async (): Promise<void> => {
      document.documentElement.lang = name;
      await loadStaffLanguage(name);
    };

    it(`the monitor says nothing in English in ${name}`, async () => {
      await speak();
      const on = await OpenedMonitor.open(undefined, { width: WIDTH });
      await on.show(detail({ hand, may: { ...detail().may, claim: null } }));
      await check(on.el, name, 'watching');
      await on.show(joined());
      await check(on.el, name, 'joined');
      await on.end({ refusal: 'outOfScope' });
      await check(on.el, name, 'ended');
      on.close();
    });

    it(`the dialogs say nothing in English in ${name}`, async () => {
      await speak();
      const server = new ScriptedServer();
      const client = await scriptedClient(server, (path) => {
        if (path.includes('/candidates')) return found;
        return path.endsWith('/handover-draft') ? { ok: false, body: {} } : { ok: true, body: detail() };
      });
      for (const dialog of ['floorwalk-assign', 'floorwalk-transfer', 'floorwalk-force-close']) {
        const { el, shown } = await mount(dialog, client, about, { width: WIDTH });
        await check(el, name, dialog);
        const winner = { person: 'Jonas Weber', at: client.now() - 2_000, did: 'ConversationOffered' };
        server.answer = () => ({ refusal: { refusal: 'state', detail: '', state: 'offered', winner } });
        if (dialog === 'floorwalk-force-close') {
          write(one(el, 'input'), 'Abuse');
          one(el, '.primary').click();
        } else {
          press(one(el, '.search'), 'ArrowDown');
          await shown();
          press(one(el, '.search'), 'Enter');
        }
        await shown();
        await check(el, name, `${dialog}, refused`);
        el.remove();
      }
      client.close();
    });

    it(`the agent’s desk and the board say nothing in English in ${name}`, async () => {
      await speak();
      const desk = await OpenedDesk.open(WIDTH);
      await desk.show([offer('c5'), item('c1')]);
      await check(desk.el, name, 'offers');
      const subject = one(desk.el, '.offer [dir="auto"]');
      expect(getComputedStyle(subject).textAlign).to.equal(name === 'ar' ? 'right' : 'left');
      desk.el.selected = 'c1';
      await desk.panel.shown();
      await desk.say(mine());
      await check(desk.el, name, 'conversation');
      desk.close();
      const server = new ScriptedServer();
      const client = await scriptedClient(server);
      const board = await mount('floorwalk-agents', client, {}, { width: WIDTH });
      server.publish('agents', { type: 'agents', order: ['ana'], cards: [card('ana', { name: 'Ana' })] });
      await board.shown();
      await check(board.el, name, 'board');
      const teams = await mount('floorwalk-teams', client, {}, { width: WIDTH });
      await check(teams.el, name, 'teams');
      client.close();
    });
  }
});
