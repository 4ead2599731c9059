import { placeOf, themeOf } from '../../../widget/teams/host-place.ts';
import { expect } from '@open-wc/testing';

describe('what Teams says about where the tab is shown', () => {
  const place = (subPageId?: string) => placeOf({ app: { theme: 'dark', locale: 'de-de' }, page: { subPageId } });

  it('is a theme, a language, and the conversation that a link names', () => {
    expect(place('c-7f3a')).to.deep.equal({ theme: 'dark', locale: 'de-de', conversation: 'c-7f3a' });
    expect(place('crm:case_7@eu.1').conversation).to.equal('crm:case_7@eu.1');
    expect(place().conversation).to.equal('');
  });

  it('takes nothing for a conversation that could not be one', () => {
    for (const strange of ['../c', 'a b', '<img>', 'c?x=1', 'x'.repeat(129), '\u202ec']) {
      expect(place(strange).conversation, strange).to.equal('');
    }
  });

  it('has three themes, whatever Teams calls a new one', () => {
    expect(['default', 'dark', 'contrast', 'glass', 'tomorrow'].map(themeOf)).to.deep.equal([
      'default',
      'dark',
      'contrast',
      'dark',
      'default',
    ]);
  });
});
