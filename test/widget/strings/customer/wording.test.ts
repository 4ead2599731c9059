import { expect } from '@open-wc/testing';
import { customerNoticeWords, useWording } from '../../../../widget/strings/customer/index.ts';
import { fillWording } from '../../../../widget/strings/customer/wording.ts';

describe('a tenant’s own words for customers', () => {
  afterEach(() => {
    useWording({});
    document.documentElement.lang = 'en';
  });

  it('[N1] replace the page’s in their language, the nearer locale first', () => {
    useWording({ 'de:consent': 'Mit Aufzeichnung.', 'de-AT:consent': 'Mit Aufzeichnung, eh.' });
    expect(customerNoticeWords('consent', {})).to.contain('monitored');
    document.documentElement.lang = 'de-AT';
    expect(customerNoticeWords('consent', {})).to.equal('Mit Aufzeichnung, eh.');
    document.documentElement.lang = 'de-CH';
    expect(customerNoticeWords('consent', {})).to.equal('Mit Aufzeichnung.');
  });

  it('[N1] have names and numbers filled in as text, and nothing where there is none', () => {
    expect(fillWording('{agent} is here. {person}{toString}', { agent: 'Ana <b>' })).to.equal('Ana is here. ');
    expect(fillWording('Place {place}, {before} before you', { before: 2 })).to.equal('Place 3, 2 before you');
  });
});
