import { keyDeed, nextOpen } from '../../../../widget/elements/floor/floor-keys.ts';
import { row } from '../../support/floor-facts.ts';
import { expect } from '@open-wc/testing';

const order = ['a', 'b', 'c'];
const at = (index: number, more: object = {}) => ({ order, index, row: row('b', more) });

describe('the keys of the list', () => {
  it('walk the rows and stop at the ends', () => {
    expect(keyDeed('ArrowDown', false, at(1))).to.deep.equal({ do: 'select', id: 'c' });
    expect(keyDeed('PageDown', false, at(1))).to.deep.equal({ do: 'select', id: 'c' });
    expect(keyDeed('ArrowUp', false, at(0))).to.deep.equal({ do: 'select', id: 'a' });
    expect(keyDeed('ArrowUp', false, { order: [], index: -1, row: undefined })).to.equal(undefined);
  });

  it('[F5] mean a command each; of two that share one, the possible one', () => {
    expect(keyDeed('x', false, at(1))).to.deep.include({ do: 'command', command: 'forceClose' });
    expect(keyDeed('M', true, at(1))).to.deep.equal({ do: 'command', command: 'monitor', isBeside: true });
    expect(keyDeed('Enter', false, at(1))).to.deep.include({ command: 'monitor' });
    expect(keyDeed('w', false, at(1))).to.deep.include({ command: 'withdraw' });
    expect(keyDeed('w', false, at(1, { may: { withdraw: 'state', cancelTransfer: null } }))).to.deep.include({
      command: 'cancelTransfer',
    });
    expect(keyDeed('h', false, at(1))).to.deep.include({ command: 'claim' });
  });

  it('[F2] show the views, and leave other keys alone', () => {
    expect(keyDeed('2', false, at(1))).to.deep.equal({ do: 'view', view: 'attention' });
    expect(keyDeed('v', false, at(1))).to.deep.equal({ do: 'views' });
    expect(keyDeed('8', false, at(1))).to.equal(undefined);
    expect(keyDeed('Tab', false, at(1))).to.equal(undefined);
  });

  it('find the next open conversation, from the start again after the end', () => {
    const open = (id: string) => row(id, { state: 'open', phase: null });
    const rows = new Map([open('a'), row('b'), open('c')].map((it) => [it.id, it]));
    expect(nextOpen({ order, index: 0 }, rows)).to.equal('c');
    expect(nextOpen({ order, index: 2 }, rows)).to.equal('a');
    expect(nextOpen({ order, index: -1 }, new Map())).to.equal(undefined);
  });
});
