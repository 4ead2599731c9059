import { winnerWords } from '../../../widget/strings/winner.ts';
import { expect } from '@open-wc/testing';

describe('a lost race in words', () => {
  it('[A6] says who won, what they did and when', () => {
    const at = 1_000_000;
    expect(winnerWords({ person: 'Ana Kovač', did: 'ConversationOffered', at }, at + 2_000)).to.equal(
      'Ana Kovač offered it to an agent 2 s ago.',
    );
    expect(winnerWords({ person: 'system', did: 'Newer', at }, at - 5)).to.equal('The system changed it 0 s ago.');
  });
});
