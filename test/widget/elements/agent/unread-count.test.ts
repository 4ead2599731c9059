import { expect } from '@open-wc/testing';
import { UnreadCount } from '../../../../widget/elements/agent/unread-count.ts';

const row = (id: string, customerMessages: number) => ({ id, customerMessages });

describe('the count of unread messages', () => {
  it('[P3] counts what customers wrote where nobody looked, from the first look on, without any text', () => {
    const unread = new UnreadCount();
    unread.take([row('a', 5), row('b', 0)], 'a');
    unread.take([row('a', 6), row('b', 1)], 'a');
    unread.take([row('a', 6), row('b', 2)], 'a');
    expect([unread.of('a'), unread.of('b')]).to.deep.equal([0, 2]);
    unread.take([row('a', 6), row('b', 2)], 'b');
    expect(unread.of('b')).to.equal(0);
  });

  it('counts several that came at once, and none twice', () => {
    const unread = new UnreadCount();
    unread.take([row('a', 5)], '');
    unread.take([row('a', 8)], '');
    unread.take([row('a', 8)], '');
    expect(unread.of('a')).to.equal(3);
    unread.read('a');
    unread.take([row('a', 9)], '');
    expect(unread.of('a')).to.equal(1);
  });

  it('forgets a conversation that has left the desk', () => {
    const unread = new UnreadCount();
    unread.take([row('a', 5)], '');
    unread.take([row('a', 6)], '');
    unread.take([], '');
    expect(unread.of('a')).to.equal(0);
    unread.take([row('a', 9)], '');
    expect(unread.of('a')).to.equal(0);
  });
});
