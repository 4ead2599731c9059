import { sentimentWords } from '../../../widget/strings/sentiment.ts';
import { expect } from '@open-wc/testing';

describe('sentiment in words', () => {
  it('[S1] says step and direction, and never "neutral" for what is not available', () => {
    expect(sentimentWords(2, [0.4, 0.1, 0.1, -0.3, -0.8, -0.9])).to.equal('Negative, falling');
    expect(sentimentWords(6, [-0.9, -0.4, 0.4, 0.9])).to.equal('Positive, rising');
    expect(sentimentWords(4, [0, 0, 0.1])).to.equal('Neutral, steady');
    expect(sentimentWords(3, [-0.2])).to.equal('Slightly negative');
    expect(sentimentWords(0, [null, null])).to.equal('Not available');
    expect(sentimentWords(9, [])).to.equal('Not available');
  });
});
