import { expect } from '@open-wc/testing';
import { ta } from '../../../widget/strings/administrator.ts';
import { administratorEn } from '../../../widget/strings/en/administrator.ts';
import { administratorLanguages, loadAdministratorLanguage } from '../../../widget/strings/load-administrator.ts';
import { staffLanguages } from '../../../widget/strings/load.ts';
import { expectSameSentences } from '../support/same-sentences.ts';

describe('the administrator’s languages', () => {
  afterEach(() => (document.documentElement.lang = 'en'));

  it('are the staff’s', () => {
    expect(Object.keys(administratorLanguages)).to.deep.equal(Object.keys(staffLanguages));
  });

  for (const [name, load] of Object.entries(administratorLanguages)) {
    it(`${name} says every key with every parameter, in its own words`, async () => {
      document.documentElement.lang = name;
      expectSameSentences(name, (await load()).language, administratorEn);
    });
  }

  it('[R3] say what a switch does by its code, counted as the language counts', async () => {
    document.documentElement.lang = 'de';
    await loadAdministratorLanguage('de');
    expect(ta('effect_supervisorsLose', { count: 1, what: 'assign' })).to.equal(
      '1 Supervisor kann nicht mehr zuweisen.',
    );
    expect(ta('effect_supervisorsLose', { count: 2, what: 'assign' })).to.equal(
      '2 Supervisoren können nicht mehr zuweisen.',
    );
  });
});
