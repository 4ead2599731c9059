import { winnerWords } from '../../../widget/strings/winner.ts';
import { expect } from '@open-wc/testing';

describe('a lost race in words', () => {
  it('[A6] says who won, what they did and when', () => {
    const at = 1_000_000;
    const ana = { person: 'Ana Kovač', at };
    const said = (did: string, to?: string): string =>
      winnerWords({ ...ana, did, ...(to === undefined ? {} : { to }) }, at + 2_000);
    expect(said('ConversationOffered')).to.equal('Ana Kovač assigned it to an agent 2 s ago.');
    expect(said('ConversationOffered', 'Ben Adler')).to.equal('Ana Kovač assigned it to Ben Adler 2 s ago.');
    expect(said('ConversationEngaged')).to.equal('Ana Kovač took it 2 s ago.');
    expect(said('ConversationEngaged', 'Ben Adler')).to.equal('Ana Kovač gave it to Ben Adler 2 s ago.');
    expect(said('HandClaimed')).to.equal('Ana Kovač claimed the hand 2 s ago.');
    expect(said('constructor', 'Ben Adler')).to.equal('Ana Kovač changed it 2 s ago.');
    expect(winnerWords({ person: 'system', did: 'Newer', at }, at - 5)).to.equal('The system changed it 0 s ago.');
  });
});
