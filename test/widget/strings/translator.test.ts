import { translations } from '../../../widget/strings/translator.ts';
import { expect } from '@open-wc/testing';

describe('translations', () => {
  const english = { add: 'Add note', to: ({ name }: { name: string }) => `To ${name}` } as const;

  it('fall back from region to language to English, key by key', () => {
    const table = translations<typeof english>(english);
    table.add('de', { add: 'Notiz', to: ({ name }) => `An ${name}` });
    table.add('de-AT', { add: 'Notiz dazu' });
    expect(table.in('de-AT')('add')).to.equal('Notiz dazu');
    expect(table.in('de-at')('to', { name: 'Marta' })).to.equal('An Marta');
    expect(table.in('de')('add')).to.equal('Notiz');
    expect(table.in('fr')('to', { name: 'Marta' })).to.equal('To Marta');
  });
});
