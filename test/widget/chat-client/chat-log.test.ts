import { expect } from '@open-wc/testing';
import { ChatLog } from '../../../widget/chat-client/chat-log.ts';
import { priya, said, told } from '../support/scripted-chat.ts';

describe('what the server told of a conversation', () => {
  it('knows who has it now, as its notices say', () => {
    const log = new ChatLog();
    const after = (...entries: Parameters<ChatLog['take']>[0]): string | undefined => {
      log.take(entries, false);
      return log.agent;
    };
    expect(after(said(1, 'Hello', priya))).to.equal(undefined);
    expect(after(told(2, 'agentJoined', { agent: 'Priya' }))).to.equal('Priya');
    expect(after(told(3, 'transferred', { from: 'Priya', to: 'Tomás' }))).to.equal('Tomás');
    expect(after(told(4, 'returnedToQueue', { agent: 'Tomás' }))).to.equal(undefined);
  });

  it('[N1] has a place while nobody answers, and a new one back in the queue', () => {
    const log = new ChatLog();
    log.place = { before: 0, here: true };
    expect(log.place).to.deep.equal({ before: 0, here: true });
    log.take([told(1, 'agentJoined', { agent: 'Priya' })], false);
    expect(log.place).to.equal(undefined);
    log.take([told(2, 'agentDisconnected', { agent: 'Priya' })], false);
    expect(log.place).to.equal(undefined);
    log.place = { before: 3, here: false };
    expect(log.place).to.deep.equal({ before: 3, here: false });
  });

  it('goes on where it stopped, and from nothing once it is cleared', () => {
    const log = new ChatLog();
    expect(log.since).to.equal(undefined);
    log.epoch = 'e1';
    log.take([said(2, 'b', priya), said(1, 'a', priya)], true);
    expect(log.entries.map(({ offset }) => offset)).to.deep.equal([1, 2]);
    expect(log.since).to.deep.equal({ epoch: 'e1', offset: 2 });
    log.take([told(3, 'forceClosed')], false);
    expect(log.hasEnded).to.equal(true);
    log.clear();
    expect([log.since, log.hasEnded]).to.deep.equal([undefined, false]);
  });
});
