import { expect } from '@open-wc/testing';
import { merge, partAt, withPart } from '../../../../widget/elements/settings/merge.ts';

describe('two changes of one entry', () => {
  const base = { name: 'a', kept: 1, members: ['ana', 'ben'], autoClose: { open: 1, waiting: 2 } };

  it('[C7] are both kept where they do not meet, deep down and in lists too', () => {
    const mine = { ...base, members: ['ana', 'ben', 'kofi'], autoClose: { open: 9, waiting: 2 } };
    const theirs = { ...base, name: 'b', members: ['ben', 'mei'], autoClose: { open: 1, waiting: 8 } };
    const { value, collisions } = merge(base, mine, theirs);
    expect(value).to.deep.equal({
      name: 'b',
      kept: 1,
      members: ['ben', 'mei', 'kofi'],
      autoClose: { open: 9, waiting: 8 },
    });
    expect(collisions).to.deep.equal([]);
  });

  it('[C7] tell where they do meet, and mine stays until it is given up', () => {
    const { value, collisions } = merge(base, { ...base, name: 'mine' }, { ...base, name: 'theirs' });
    expect(value['name']).to.equal('mine');
    expect(collisions).to.deep.equal([{ field: 'name', theirs: 'theirs' }]);
    expect(merge(base, { ...base, name: 'both' }, { ...base, name: 'both' }).collisions).to.deep.equal([]);
  });

  it('are made at a place, and a part that goes is gone', () => {
    const after = withPart(base, 'autoClose.open', null);
    expect(partAt(after, 'autoClose.open')).to.equal(null);
    expect(partAt(withPart(after, 'autoClose.open', undefined), 'autoClose')).to.deep.equal({ waiting: 2 });
    const worded = withPart({ wording: {} }, 'wording.de:customer:consent', 'Ja');
    expect(worded).to.deep.equal({ wording: { 'de:customer:consent': 'Ja' } });
  });
});
