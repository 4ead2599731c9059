import { initials, shortName } from '../../../widget/strings/names.ts';
import { expect } from '@open-wc/testing';

describe('names', () => {
  it('are shortened to the first word, never longer than a line', () => {
    expect(shortName('  Marta Olsen ')).to.equal('Marta');
    expect(shortName('x'.repeat(10_000))).to.have.length(41);
    expect(shortName('')).to.equal('');
  });

  it('have one or two initials, whole characters', () => {
    expect(initials('Marta Olsen')).to.equal('MO');
    expect(initials('Mei-Ling van der Zhou')).to.equal('MZ');
    expect(initials('Priya')).to.equal('P');
    expect(initials('😀 Ölander')).to.equal('😀Ö');
    expect(initials('')).to.equal('');
  });
});
