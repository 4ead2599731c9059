import { LastLooks } from '../../../widget/stores/last-looks.ts';
import { expect } from '@open-wc/testing';

describe('last looks', () => {
  beforeEach(() => localStorage.clear());

  it('[B6] are kept for each person and conversation', () => {
    new LastLooks('ines').look('c1', 5);
    new LastLooks('ines').look('c1', 7);
    expect(new LastLooks('ines').of('c1')).to.equal(7);
    expect([new LastLooks('ines').of('c2'), new LastLooks('jonas').of('c1')]).to.deep.equal([null, null]);
  });

  it('forget the oldest, and survive what else stands in the storage', () => {
    const looks = new LastLooks('ines');
    for (let n = 0; n <= 200; n += 1) looks.look(`c${n}`, n);
    expect([looks.of('c0'), looks.of('c1'), looks.of('c200')]).to.deep.equal([null, 1, 200]);
    for (const broken of ['{', '7', '[1,["a"],["c1","x"]]', 'null']) {
      localStorage.setItem('floorwalk-looks-ines', broken);
      expect(looks.of('c1'), broken).to.equal(null);
    }
    looks.look('c1', 3);
    expect(looks.of('c1')).to.equal(3);
  });
});
