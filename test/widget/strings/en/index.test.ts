import { en, parts } from '../../../../widget/strings/en/index.ts';
import { expect } from '@open-wc/testing';

describe('the English sentences', () => {
  it('say no key twice', () => {
    expect(Object.keys(en).length).to.equal(parts.reduce((sum, part) => sum + Object.keys(part).length, 0));
  });

  it('are not in a hurry, not sorry and never shout', () => {
    const texts = Object.values(en).filter((entry) => typeof entry === 'string');
    expect(texts.filter((text) => /!|\b(please|sorry|oops)\b/iu.test(text))).to.deep.equal([]);
    expect(texts.filter((text) => text.trim() === '')).to.deep.equal([]);
  });

  it('[R5] say what Floorwalk is not for', () => {
    expect(en.use).to.equal(
      'Floorwalk helps conversations. It is not for decisions about pay, reward, seniority or rights.',
    );
    expect(en.mayBeMonitored).to.equal('Conversations may be monitored, recorded and stored.');
  });
});
