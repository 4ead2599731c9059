import { noticeKinds } from '@floorwalk/core/conversation';
import { customerEn } from '../../../../widget/strings/customer/en.ts';
import { customerNoticeWords, customerT, isCustomerNotice } from '../../../../widget/strings/customer/index.ts';
import { customerLanguages, loadCustomerLanguage } from '../../../../widget/strings/customer/load.ts';
import { named } from '../../../../widget/strings/customer/notices.ts';
import { expect } from '@open-wc/testing';

const sample = {
  clock: '12:04',
  place: 7,
  length: '9',
  limit: '8',
  name: 'Mara',
  words: 'Hm',
  entries: 5,
  day: '1.2.',
};
const samples: Readonly<Record<string, string | number>> = sample;
type Say = (params: typeof sample) => string;

describe('the customer’s languages', () => {
  afterEach(() => (document.documentElement.lang = 'en'));

  for (const [name, load] of Object.entries(customerLanguages)) {
    it(`${name} says every key with every parameter, and never shouts`, async () => {
      const { words, notices } = (await load()).language;
      expect(Object.keys(words).toSorted()).to.deep.equal(Object.keys(customerEn).toSorted());
      for (const [key, english] of Object.entries(customerEn)) {
        const there = words[key as keyof typeof words];
        expect(typeof there, key).to.equal(typeof english);
        const said = typeof there === 'string' ? there : (there as Say)(sample);
        expect(said.trim(), key).not.to.equal('');
        expect(said, key).not.to.match(/[!！]|undefined/u);
        if (typeof english === 'string') continue;
        const inEnglish = (english as Say)(sample);
        for (const value of Object.values(samples).map(String)) {
          if (inEnglish.includes(value)) expect(said, key).to.include(value);
        }
      }
      const wordings = notices(named);
      const people = { agent: 'Mara Olsen', person: 'Ines Lee', from: 'Tom Berg', to: 'Priya Raman', before: 6 };
      for (const kind of noticeKinds.filter(isCustomerNotice)) {
        expect(wordings[kind]({}), kind).not.to.match(/[!！]|undefined|NaN|^$/u);
        const said = wordings[kind](people);
        const english = customerNoticeWords(kind, people);
        for (const first of ['Mara', 'Ines', 'Tom', 'Priya', '7']) {
          expect(said.includes(first), `${kind} ${first}`).to.equal(english.includes(first));
        }
      }
    });
  }

  it('ar has a form for each kind of number', async () => {
    const { words } = (await customerLanguages.ar()).language;
    const said = [0, 1, 2, 3, 11, 100].map((entries) => words.newBelow({ entries }));
    expect(said[1]).to.equal('رسالة جديدة في الأسفل');
    expect(said[2]).to.equal('رسالتان جديدتان في الأسفل');
    expect(said[3]).to.include('رسائل');
    expect(new Set(said).size).to.equal(6);
  });

  it('are said once the page asks for them, by language or region; others stay English', async () => {
    document.documentElement.lang = 'de-AT';
    expect(customerT('send')).to.equal('Send');
    await loadCustomerLanguage('de-AT');
    expect(customerT('send')).to.equal('Senden');
    expect(customerNoticeWords('forceClosed', {})).to.equal('Die Unterhaltung wurde geschlossen.');
    expect(loadCustomerLanguage('eo')).to.equal(undefined);
    expect(loadCustomerLanguage('toString')).to.equal(undefined);
    document.documentElement.lang = 'eo';
    expect(customerT('send')).to.equal('Send');
  });
});
