import type { LiveStatus } from '../../../../widget/client/index.ts';
import { FirstRows } from '../../../../widget/elements/floor/first-rows.ts';
import { expect } from '@open-wc/testing';

const connecting: LiveStatus = { state: 'connecting' };
const live: LiveStatus = { state: 'live' };

describe('the first rows', () => {
  it('are waited for until they come', async () => {
    const first = new FirstRows(() => {});
    const settled: string[] = [];
    const waiting = first.wait().then(() => settled.push('waited'));
    await Promise.resolve();
    expect(settled).to.deep.equal([]);
    first.come();
    await waiting;
    expect(settled).to.deep.equal(['waited']);
  });

  it('are not waited for longer than a moment, and may come before anybody waits', async () => {
    const first = new FirstRows(() => {});
    first.come();
    await first.wait();
  });

  it('leave nothing to see while a page connects, until they come', () => {
    const first = new FirstRows(() => {});
    expect(first.isAwaited(connecting)).to.equal(false);
    first.await(new AbortController().signal);
    expect(first.isAwaited(connecting)).to.equal(true);
    expect(first.isAwaited(live)).to.equal(true);
    first.come();
    expect(first.isAwaited(live)).to.equal(false);
  });

  it('hide nothing where the connection is lost, refused or given up', () => {
    const first = new FirstRows(() => {});
    const connection = new AbortController();
    first.await(connection.signal);
    expect(first.isAwaited({ state: 'lost', since: 0, retryAt: 0 })).to.equal(false);
    expect(first.isAwaited({ state: 'refused', code: 4401, detail: '' })).to.equal(false);
    expect(first.isAwaited(undefined)).to.equal(false);
    connection.abort();
    expect(first.isAwaited(connecting)).to.equal(false);
  });

  it('are missed after a moment: then what there is, is shown', async () => {
    const missed = new Promise<void>((done) => {
      const first: FirstRows = new FirstRows(() => {
        if (!first.isAwaited(connecting)) done();
      });
      first.await(new AbortController().signal);
    });
    await missed;
  });

  it('draw nothing anew once they have come', async () => {
    let drawn = 0;
    const first = new FirstRows(() => (drawn += 1));
    first.await(new AbortController().signal);
    first.come();
    // Whoever is missed later tells that this one would have been by now.
    await new Promise<void>((done) => new FirstRows(done).await(new AbortController().signal));
    expect(drawn).to.equal(0);
  });

  it('let the page get through to the server before it is busy drawing what is around them', async () => {
    const first = new FirstRows(() => {});
    const connection = new AbortController();
    await first.after(new Promise(() => {}));
    first.await(connection.signal);
    const done: string[] = [];
    const called = Promise.withResolvers<void>();
    const after = first.after(called.promise).then(() => done.push('drawn'));
    await Promise.resolve();
    expect(done).to.deep.equal([]);
    called.resolve();
    await after;
    expect(first.isAwaited(connecting)).to.equal(true);
    connection.abort();
  });

  it('are painted before those that nobody sees yet', async () => {
    const followed = new Promise<void>((done) => {
      const first: FirstRows = new FirstRows(() => {
        expect(first.isWhole).to.equal(true);
        done();
      });
      first.drawn();
      first.drawn();
      expect(first.isWhole, 'whatever is drawn before they are painted').to.equal(false);
    });
    await followed;
  });
});
