import { expect } from '@open-wc/testing';
import { countIn } from '../../../widget/strings/count.ts';

describe('counting', () => {
  const forms = { zero: 'zero', one: 'one', two: 'two', few: '# few', many: '# many', other: '# other' };

  it('uses each of the six forms of Arabic and the one of Japanese', () => {
    const arabic = countIn('ar');
    expect([0, 1, 2, 3, 11, 100].map((value) => arabic(value, forms))).to.deep.equal([
      'zero',
      'one',
      'two',
      '3 few',
      '11 many',
      '100 other',
    ]);
    expect(countIn('ja')(1, forms)).to.equal('1 other');
  });

  it('falls back to the common form and groups large numbers', () => {
    document.documentElement.lang = 'en';
    expect(countIn('fr')(1_000_000, { other: '#' })).to.equal('1,000,000');
    expect(countIn('en')(0, { one: '# row', other: '# rows' })).to.equal('0 rows');
  });
});
