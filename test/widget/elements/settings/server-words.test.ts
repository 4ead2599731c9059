import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { HttpFailure } from '../../../../widget/client/index.ts';
import { fieldErrors, renderSaid, saidBy, type Said } from '../../../../widget/elements/settings/server-words.ts';
import { loadAdministratorLanguage } from '../../../../widget/strings/load-administrator.ts';

describe('what the server says no with', () => {
  afterEach(() => (document.documentElement.lang = 'en'));

  const shown = (said: Said): HTMLElement => {
    const box = document.createElement('p');
    render(renderSaid(said), box);
    return box;
  };
  const words = (said: Said): string => (shown(said).textContent ?? '').trim();

  it('is said in the language of the page, by its code', async () => {
    await loadAdministratorLanguage('de');
    document.documentElement.lang = 'de';
    const problem = { refusal: 'role', title: 'No.', detail: 'No.' };
    expect(words(saidBy(new HttpFailure('No.', problem)))).to.equal('Ihre Rolle erlaubt das nicht.');
    expect(words({ refusal: 'newerThanThis', detail: '' })).to.equal('Der Server hat das abgelehnt.');
  });

  it('has the server’s own sentence as a detail in English, where that says more', async () => {
    await loadAdministratorLanguage('ar');
    document.documentElement.lang = 'ar';
    const said = { refusal: 'inUse', detail: 'Workstreams use this queue, so its kind stays.' };
    const detail = shown(said).querySelector('small');
    expect([detail?.lang, detail?.dir, detail?.textContent]).to.deep.equal(['en', 'ltr', said.detail]);
    document.documentElement.lang = 'en';
    expect(words(said)).to.equal(said.detail);
  });

  it('names each field, with the rule that it breaks in the panel’s words', async () => {
    await loadAdministratorLanguage('fr');
    document.documentElement.lang = 'fr';
    const detail = 'name: must be at most 1000 characters; targets.reply: must be a whole number from 1 to 50; id: odd';
    const errors = fieldErrors({ refusal: 'malformed', detail }, 'name');
    expect([...errors].map(([field, said]) => [field, words(said)])).to.deep.equal([
      ['name', '1\u202F000 caractères au maximum.'],
      ['targets.reply', 'Un nombre entier de 1 à 50.'],
      ['id', 'Impossible d’enregistrer tel quel. Odd.'],
    ]);
    const one = fieldErrors({ refusal: 'inUse', detail: 'It stays: it is used.' }, 'kind');
    expect([...one.keys()]).to.deep.equal(['kind']);
  });
});
