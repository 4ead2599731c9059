import { OpenPanels } from '../../../../widget/elements/supervisor/open-panels.ts';
import { expect } from '@open-wc/testing';

const none = (): boolean => false;
const of = (id: string) => ({ id, customer: id });
const ids = (panels: OpenPanels): readonly string[] => panels.all.map(({ id }) => id);

describe('the conversations beside the floor', () => {
  it('take the place of the one in front, or one of their own', () => {
    const panels = new OpenPanels();
    panels.open(of('a'), false, none);
    panels.open(of('b'), false, none);
    panels.open(of('c'), true, none);
    expect(ids(panels)).to.deep.equal(['b', 'c']);
    expect(panels.front).to.equal('c');
    panels.open(of('b'), false, none);
    expect(ids(panels)).to.deep.equal(['b', 'c']);
    expect(panels.front).to.equal('b');
  });

  it('never lose one that is kept, and say when there is no place', () => {
    const panels = new OpenPanels();
    const kept = (id: string): boolean => id !== 'b';
    for (const id of ['a', 'b', 'c']) panels.open(of(id), true, none);
    expect(panels.open(of('d'), true, kept)).to.equal(false);
    expect(panels.open(of('d'), false, kept)).to.equal(true);
    expect(ids(panels)).to.deep.equal(['a', 'd', 'c']);
    expect(panels.open(of('e'), false, () => true)).to.equal(false);
    expect(panels.front).to.equal('d');
  });

  it('bring the neighbour to the front when one is closed', () => {
    const panels = new OpenPanels();
    for (const id of ['a', 'b', 'c']) panels.open(of(id), true, none);
    panels.show('b');
    panels.close('b');
    expect(panels.front).to.equal('c');
    panels.close('c');
    expect(panels.front).to.equal('a');
    panels.close('nobody');
    panels.close('a');
    expect(panels.front).to.equal('');
    expect(panels.all).to.deep.equal([]);
  });
});
