import { expect } from '@open-wc/testing';
import { transcriptText } from '../../../../widget/elements/chat/transcript-text.ts';
import { marta, priya, said, told } from '../../support/scripted-chat.ts';

describe('the transcript that a customer keeps', () => {
  it('has a line for each message and notice, in order', () => {
    const lines = transcriptText([
      told(1, 'agentJoined', { agent: 'Priya Raman' }),
      said(2, 'Good morning', priya),
      said(3, 'Hello', marta),
      told(4, 'conversationEnded', { by: 'agent' }),
    ]).split('\n');
    expect(lines[0]).to.match(/^Your conversation of /u);
    expect(lines.slice(2, -1).map((line) => line.replace(/^\d\d:\d\d {2}/u, ''))).to.deep.equal([
      'Priya answers you now.',
      'Priya Raman: Good morning',
      'You: Hello',
      'The agent ended the conversation.',
    ]);
  });

  it('[N1] leaves out what customers are not told', () => {
    const odd = { ...told(1, 'agentJoined', { agent: 'Ben' }), kind: 'transferOffered' } as unknown as ReturnType<
      typeof told
    >;
    expect(transcriptText([odd])).not.to.contain('Ben');
    expect(transcriptText([])).to.equal('');
  });
});
