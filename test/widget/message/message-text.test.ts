import { MAX_TEXT as CORE_MAX_TEXT } from '@floorwalk/core/conversation';
import { MAX_TEXT, judgeText } from '../../../widget/message/message-text.ts';
import { expect } from '@open-wc/testing';

describe('the text of a message', () => {
  it('has the limit that the server has', () => {
    expect(MAX_TEXT).to.equal(CORE_MAX_TEXT);
  });

  it('is judged before it is sent', () => {
    expect(['', ' \n', 'a', 'a'.repeat(7_600), 'a'.repeat(8_000), 'a'.repeat(8_001)].map(judgeText)).to.deep.equal([
      'empty',
      'empty',
      'fine',
      'nearlyTooLong',
      'nearlyTooLong',
      'tooLong',
    ]);
  });
});
