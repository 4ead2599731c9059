import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CustomerMessageEvent } from '../../../../widget/events/customer-events.ts';
import { OpenedChat } from '../../support/opened-chat.ts';
import { all, button, one, press, words, write } from '../../support/shown.ts';

describe('the customer’s composer', () => {
  let chat: OpenedChat;
  beforeEach(async () => {
    localStorage.clear();
    chat = await OpenedChat.inConversation();
  });
  afterEach(() => chat.close());

  it('sends by Enter, makes a line by Shift Enter, and sends nothing empty', async () => {
    chat.field.focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'one' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ type: 'two' });
    await sendKeys({ press: 'Enter' });
    await chat.shown();
    const sent = chat.socket.of('say');
    expect(sent.map(({ text }) => text)).to.deep.equal(['one\ntwo']);
    expect(sent[0]?.id).to.match(/^[0-9a-f]{32}$/);
    expect(chat.field.value).to.equal('');
    write(chat.field, 'three');
    await chat.shown();
    button(chat.el, 'Send').focus();
    button(chat.el, 'Send').click();
    expect(chat.socket.of('say')).to.have.length(2);
    expect(chat.el.shadowRoot?.activeElement === chat.field, 'the next key writes').to.equal(true);
  });

  it('refuses what is too long without cutting it, until it is short enough', async () => {
    write(chat.field, 'x'.repeat(8_001));
    await chat.shown();
    expect(all(chat.el, '[role=alert]')).to.have.length(0);
    button(chat.el, 'Send').click();
    await chat.shown();
    expect(chat.socket.of('say')).to.have.length(0);
    expect(words(one(chat.el, '[role=alert]'))).to.contain('8,001 of 8,000 characters');
    expect(chat.field.value).to.have.length(8_001);
    await expect(chat.el).to.be.accessible();
    write(chat.field, 'x'.repeat(8_000));
    await chat.shown();
    expect(all(chat.el, '[role=alert]')).to.have.length(0);
    press(chat.field, 'Enter');
    await chat.shown();
    expect(chat.socket.of('say')[0]?.text).to.have.length(8_000);
  });

  it('tells its page that the customer types and what is sent, and sends nothing that the page prevents', async () => {
    const heard: string[] = [];
    chat.el.addEventListener('floorwalk-customer-typing', () => heard.push('typing'));
    chat.el.addEventListener('floorwalk-customer-message', ({ text }) => heard.push(text));
    write(chat.field, 'Good morning');
    press(chat.field, 'Enter');
    expect(heard).to.deep.equal(['typing', 'Good morning']);
    const prevent = (event: CustomerMessageEvent): void => event.preventDefault();
    chat.el.addEventListener('floorwalk-customer-message', prevent);
    write(chat.field, 'My card is 4111 1111 1111 1111');
    press(chat.field, 'Enter');
    await chat.shown();
    expect(chat.socket.of('say').map(({ text }) => text)).to.deep.equal(['Good morning']);
    expect(chat.field.value).to.equal('My card is 4111 1111 1111 1111');
  });
});
