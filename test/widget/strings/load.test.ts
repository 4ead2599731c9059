import { expect, waitUntil } from '@open-wc/testing';
import { noticeKinds } from '@floorwalk/core/conversation';
import { LitElement } from 'lit';
import { en } from '../../../widget/strings/en/index.ts';
import { staffNotices } from '../../../widget/strings/en/notices.ts';
import { refusalHints, refusalSentences } from '../../../widget/strings/en/refusals.ts';
import { inStaffLanguage, loadStaffLanguage, staffLanguages } from '../../../widget/strings/load.ts';
import { administratorTranslations } from '../../../widget/strings/administrator.ts';
import { administratorLanguages, loadAdministratorLanguage } from '../../../widget/strings/load-administrator.ts';
import { named, noticeWords } from '../../../widget/strings/notices.ts';
import { refusalSentence, staffTranslations, t } from '../../../widget/strings/index.ts';
import { expectSameSentences } from '../support/same-sentences.ts';

describe('the staff’s languages', () => {
  afterEach(() => (document.documentElement.lang = 'en'));

  for (const [name, load] of Object.entries(staffLanguages)) {
    it(`${name} says every key with every parameter, in its own words`, async () => {
      document.documentElement.lang = name;
      const { language } = await load();
      expectSameSentences(name, language.words, en);
      expectSameSentences(name, language.refusals, refusalSentences);
      expectSameSentences(name, language.hints, refusalHints);
    });

    it(`[N1] ${name} words every notice, with the names in it`, async () => {
      document.documentElement.lang = name;
      const notices = (await load()).language.notices(named);
      const people = { agent: 'Mara', person: 'Ines', from: 'Tom', to: 'Priya', by: 'Ana', before: 6 };
      for (const kind of noticeKinds) {
        for (const params of [
          {},
          people,
          { by: 'agent' },
          { by: 'timer' },
          { why: 'signedOut' },
          { why: 'botHandedOver' },
        ])
          expect(
            notices[kind](params, () => ''),
            kind,
          ).not.to.match(/[!！]|undefined|NaN|^$/u);
        const said = notices[kind](people, () => '');
        const english = staffNotices[kind](people);
        for (const part of ['Mara', 'Ines', 'Tom', 'Priya', '6'])
          expect(said.includes(part), `${kind} ${part}`).to.equal(english.includes(part));
      }
    });
  }

  it('have one word for one thing: the page about languages has the words of the tables', async () => {
    const page = await (await fetch('/docs/languages.md')).text();
    const rows = [...page.matchAll(/^\| `(\w+)`\s*\|(.+)\|$/gmu)];
    expect(rows.length).to.be.greaterThan(25);
    const [, ...names] = /^\| key\s*\|(.+)\|$/mu.exec(page) ?? [];
    const languages = names
      .join('')
      .split('|')
      .map((it) => it.trim());
    expect(languages.toSorted()).to.deep.equal(['en', ...Object.keys(administratorLanguages)].toSorted());
    for (const language of languages) await loadAdministratorLanguage(language);
    for (const [, key = '', cells = ''] of rows)
      cells.split('|').forEach((cell, at) => {
        const language = languages[at] ?? '';
        const all = key in en ? staffTranslations.in(language) : administratorTranslations.in(language);
        expect(cell.trim(), `${key} in ${language}`).to.equal((all as (name: string) => string)(key));
      });
  });

  it('are said once the page asks for them, by language or region; others stay English', async () => {
    document.documentElement.lang = 'de-AT';
    await loadStaffLanguage('de-AT');
    expect(t('commandAssign')).to.equal('Zuweisen');
    expect(noticeWords('customerReturned', {})).to.equal('Der Kunde ist wieder da');
    expect(refusalSentence({ refusal: 'role', detail: '' })).to.equal('Ihre Rolle erlaubt das nicht.');
    await loadStaffLanguage('eo');
    await loadStaffLanguage('toString');
    document.documentElement.lang = 'eo';
    expect(t('commandAssign')).to.equal('Assign');
  });

  it('come to an element that is open already, with their direction, and go again', async () => {
    const element = document.createElement('said-anew') as SaidAnew;
    document.body.append(element);
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal('Assign');
    document.documentElement.lang = 'ar';
    element.requestUpdate();
    await waitUntil(() => element.shadowRoot?.textContent === 'تعيين');
    expect(element.dir).to.equal('rtl');
    document.documentElement.lang = 'en';
    element.requestUpdate();
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal('Assign');
    expect(element.hasAttribute('dir')).to.equal(false);
    element.remove();
  });
});

class SaidAnew extends LitElement {
  constructor() {
    super();
    inStaffLanguage(this);
  }
  override render(): string {
    return t('commandAssign');
  }
}
customElements.define('said-anew', SaidAnew);
