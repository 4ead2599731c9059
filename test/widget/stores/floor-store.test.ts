import { FloorStore } from '../../../widget/stores/floor-store.ts';
import { floorMessage, floorRow } from '../support/floor-rows.ts';
import type { FloorRow, ServerMessage } from '@floorwalk/core/protocol';
import { expect } from '@open-wc/testing';

const floor = (rows: readonly FloorRow[], more: object = {}) =>
  floorMessage('s1', [...rows], more) as Extract<ServerMessage, { type: 'floor' }>;
const [a, b, c] = [floorRow('a'), floorRow('b'), floorRow('c')];

describe('the rows of the floor', () => {
  it('are loading until the first answer', () => {
    const store = new FloorStore();
    expect(store.current.isLoading).to.equal(true);
    store.take(floor([]));
    expect(store.current).to.deep.include({ isLoading: false, total: 0 });
  });

  it('[F4] keep their order while held; values change in place and moves are counted', () => {
    const store = new FloorStore();
    store.take(floor([a, b, c]));
    store.hold(true);
    store.take(
      floor([floorRow('c', { subject: 'Now urgent' }), a, b], { rows: [floorRow('c', { subject: 'Now urgent' })] }),
    );
    expect(store.current.order).to.deep.equal(['a', 'b', 'c']);
    expect(store.current.rows.get('c')?.subject).to.equal('Now urgent');
    expect(store.current.moved).to.equal(1);
    store.show();
    expect(store.current).to.deep.include({ moved: 0, isHeld: true });
    expect(store.current.order).to.deep.equal(['c', 'a', 'b']);
  });

  it('[F4] stay where they were when they leave the list, until the list is released', () => {
    const store = new FloorStore();
    store.take(floor([a, b]));
    store.hold(true);
    store.take(floor([b], { rows: [] }));
    expect(store.current.order).to.deep.equal(['a', 'b']);
    expect(store.current.isGone('a')).to.equal(true);
    expect(store.current.gone).to.equal(1);
    store.hold(false);
    expect(store.current.order).to.deep.equal(['b']);
    expect(store.current.rows.has('a')).to.equal(false);
  });

  it('[F4] come as they are to another question, held or not', () => {
    const store = new FloorStore();
    store.take(floor([a, b]));
    store.hold(true);
    store.ask();
    store.take(floor([c]));
    expect(store.current.order).to.deep.equal(['c']);
  });

  it('[F2] follow the window when the reader scrolls, held or not', () => {
    const store = new FloorStore();
    store.take(floor([a, b], { total: 90 }));
    store.hold(true);
    store.take(floor([c], { first: 40, total: 90 }));
    expect(store.current).to.deep.include({ offset: 40, moved: 0 });
    expect(store.current.order).to.deep.equal(['c']);
  });
});
