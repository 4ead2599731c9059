import { expect } from '@open-wc/testing';
import { administratorEn, administratorParts } from '../../../../widget/strings/en/administrator.ts';

describe('the English sentences of the administrator', () => {
  it('say no key twice', () => {
    const keys = administratorParts.reduce((sum, part) => sum + Object.keys(part).length, 0);
    expect(Object.keys(administratorEn).length).to.equal(keys);
  });

  it('are not in a hurry, not sorry and never shout', () => {
    const texts = Object.values(administratorEn).filter((entry) => typeof entry === 'string');
    expect(texts.filter((text) => /!|\b(please|sorry|oops)\b/iu.test(text))).to.deep.equal([]);
    expect(texts.filter((text) => text.trim() === '')).to.deep.equal([]);
  });

  it('[R5] say what neither settings nor record are for', () => {
    expect(administratorEn.settingsUse).to.contain('not for employment decisions');
    expect(administratorEn.recordUse).to.contain('Not for employment decisions');
  });
});
