import { expect } from '@open-wc/testing';
import { isolate, isolated, isRightToLeft } from '../../../widget/strings/isolate.ts';
import { t } from '../../../widget/strings/index.ts';

describe('names within sentences', () => {
  afterEach(() => (document.documentElement.lang = 'en'));

  it('are set apart where they or the sentence run from right to left', () => {
    expect(isolate('Marta', 'en')).to.equal('Marta');
    expect(isolate('', 'ar')).to.equal('');
    expect(isolate('Marta', 'ar')).to.equal('\u2068Marta\u2069');
    expect(isolate('مريم (VIP)', 'en')).to.equal('\u2068مريم (VIP)\u2069');
    expect(isRightToLeft('ar-EG')).to.equal(true);
    expect(isRightToLeft('arn')).to.equal(false);
  });

  it('cannot end their isolation or turn the rest of the sentence around', () => {
    expect(isolate('Eve\u2069\u202E evil', 'en')).to.equal('Eve evil');
    document.documentElement.lang = 'ar';
    expect(t('monitorOf', { customer: 'א\u2069\u202Eb' })).to.contain('\u2068אb\u2069');
  });

  it('leave numbers and what is no object as they are', () => {
    expect(isolated({ rows: 3, agent: 'Ana' }, 'ar')).to.deep.equal({ rows: 3, agent: '\u2068Ana\u2069' });
    expect(isolated(undefined, 'ar')).to.equal(undefined);
  });
});
