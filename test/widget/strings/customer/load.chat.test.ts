import { customerNoticeKinds } from '@floorwalk/core/conversation';
import { waitUntil } from '@open-wc/testing';
import type { ChatEntry } from '@floorwalk/core/protocol';
import { clock, customerNoticeWords, customerT } from '../../../../widget/strings/customer/index.ts';
import { loadCustomerLanguage } from '../../../../widget/strings/customer/load.ts';
import { OpenedChat } from '../../support/opened-chat.ts';
import { answeredFetch, marta, priya, said, told } from '../../support/scripted-chat.ts';
import { button, one, press, write } from '../../support/shown.ts';
import { Walk } from '../../support/walk.ts';

const people = { agent: 'Priya Raman', person: 'Ines Carvalho', from: 'Tomás Silva', to: 'Priya Raman', before: 2 };

Walk.through(
  'a customer’s chat',
  async (language) => loadCustomerLanguage(language),
  (walk) => {
    let chat: OpenedChat;
    beforeEach(() => localStorage.clear());
    afterEach(() => chat.close());
    const see = (state: string, signs: Parameters<Walk['see']>[2], again?: () => Promise<unknown>) =>
      walk().see(chat.el, state, signs, again);
    const say = async (...entries: readonly ChatEntry[]): Promise<void> => {
      chat.socket.entries(entries);
      await chat.shown();
    };
    const inConversation = async (): Promise<void> => {
      chat = await OpenedChat.inConversation(walk().width);
    };

    it('the start, on its way, and not opened', async () => {
      chat = await OpenedChat.mount({}, walk().width);
      await see('start', ['form', () => customerT('whatIsItAbout'), () => customerT('consent')]);
      write(one(chat.el, 'input[name=name]'), 'Marta Olsen');
      const real = globalThis.fetch;
      let fail: (why: Error) => void = () => undefined;
      globalThis.fetch = () => new Promise((_, reject) => (fail = reject));
      one(chat.el, 'form button').click();
      await chat.shown();
      await see('on its way', [() => customerT('opening')]);
      fail(new TypeError('Failed to fetch'));
      globalThis.fetch = real;
      await waitUntil(() => chat.el.shadowRoot?.querySelector('[role="alert"]'));
      const busy = answeredFetch({ refusal: 'busy' }, 503);
      await see('not opened', ['[role="alert"]', () => customerT('notOpenedBusy')], async () => {
        one(chat.el, 'form button').click();
        await chat.el.updateComplete;
        await waitUntil(() => one(chat.el, 'form button').getAttribute('aria-disabled') === 'false');
      });
      busy.restore();
    });

    it('waiting with a place, nobody there, asked to agree', async () => {
      await inConversation();
      chat.socket.say({ type: 'place', before: 6, here: true });
      await chat.shown();
      await see('waiting', ['.place', () => customerT('placeOf', { place: 7 }), () => customerT('comeBack')]);
      chat.socket.say({ type: 'place', before: 0, here: false });
      await chat.shown();
      await see('nobody', [() => customerT('nobodyHere'), () => customerT('placeNext')]);
      chat.socket.drop();
      globalThis.dispatchEvent(new Event('online'));
      chat.socket.welcome({ consent: true });
      await chat.shown();
      await see('agree', ['.foot', () => customerT('agree')]);
    });

    it('talking: both sides, every notice, sending, sent, not sent, kept for later', async () => {
      await inConversation();
      await say(
        told(1, 'agentJoined', people),
        said(2, 'I was charged twice', marta),
        said(3, 'I can see both', priya),
      );
      chat.socket.say({ type: 'typing', name: 'Priya Raman' });
      write(chat.field, 'Refund one, please');
      press(chat.field, 'Enter');
      await chat.shown();
      await see('talking', ['.them', '.me', () => customerT('answersYouNow'), () => customerT('sending')]);
      const [sent] = chat.socket.of('say');
      chat.socket.say({ type: 'refused', id: sent?.id, refusal: 'tooLarge', detail: '' });
      await chat.shown();
      await see('not sent', ['.failed', () => customerT('notSent')]);
      const notices = customerNoticeKinds.map((kind, at) => told(10 + at, kind, people));
      await say(
        ...notices.filter(({ type, ...notice }) => type && !('kind' in notice && /Ended|Closed/u.test(notice.kind))),
      );
      await see('notices', ['.notice', () => customerNoticeWords('consultantJoined', people)]);
      chat.socket.drop();
      write(chat.field, 'Hello?');
      press(chat.field, 'Enter');
      await chat.shown();
      await see('lost', ['.strip', () => customerT('noConnection'), () => customerT('goesOutLater')]);
    });

    it('the end: asked, on its way, waiting, ended, kept, and started again', async () => {
      await inConversation();
      await say(said(1, 'Have a good evening', priya));
      button(chat.el, customerT('end')).click();
      await chat.shown();
      await see('asked', ['.ending', () => customerT('endQuestion')]);
      one(chat.el, '.ending .primary').click();
      await chat.shown();
      await see('on its way', [() => customerT('endAsked')]);
      chat.socket.say({ type: 'refused', id: chat.socket.of('end')[0]?.id, refusal: 'busy', detail: '' });
      await chat.shown();
      await see('waiting', [() => customerT('endWaits'), () => customerT('endBack')]);
      const end = told(2, 'conversationEnded', { by: 'customer' });
      await say(end);
      const saved: string[] = [];
      const real = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        if (blob instanceof Blob) void blob.text().then((text) => saved.push(text));
        return real(blob);
      };
      const wanted = () => customerNoticeWords('conversationEnded', { by: 'customer' });
      await see('ended', ['.ended', () => customerT('endedAt', { clock: clock(end.at) }), wanted], async () => {
        saved.length = 0;
        button(chat.el, customerT('keepTranscript')).click();
        await waitUntil(() => saved[0]?.includes(wanted()), 'the transcript is kept in the language of the page');
      });
      URL.createObjectURL = real;
      button(chat.el, customerT('startNew')).click();
      await chat.shown();
      await see('started again', ['form', () => customerT('yourName')]);
    });
  },
);
