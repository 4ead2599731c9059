import { expect } from '@open-wc/testing';
import { UnreadCount } from '../../../../widget/elements/agent/unread-count.ts';

const row = (id: string, at: number, from = 'Marta') => ({
  id,
  customer: 'Marta',
  lastPublic: at === 0 ? null : { from, text: 'Hello', at },
});

describe('the count of unread messages', () => {
  it('counts what customers wrote where nobody looked, from the first look on', () => {
    const unread = new UnreadCount();
    unread.take([row('a', 5), row('b', 0)], 'a');
    unread.take([row('a', 6), row('b', 6)], 'a');
    unread.take([row('a', 6), row('b', 7)], 'a');
    expect([unread.of('a'), unread.of('b')]).to.deep.equal([0, 2]);
    unread.take([row('a', 6), row('b', 7)], 'b');
    expect(unread.of('b')).to.equal(0);
  });

  it('counts neither what staff wrote nor a message twice', () => {
    const unread = new UnreadCount();
    unread.take([row('a', 5)], '');
    unread.take([row('a', 6, 'Priya')], '');
    unread.take([row('a', 7)], '');
    unread.take([row('a', 7)], '');
    expect(unread.of('a')).to.equal(1);
  });

  it('forgets a conversation that has left the desk', () => {
    const unread = new UnreadCount();
    unread.take([row('a', 5)], '');
    unread.take([row('a', 6)], '');
    unread.take([], '');
    expect(unread.of('a')).to.equal(0);
  });
});
