import { expect } from '@open-wc/testing';
import { keptChat } from '../../../widget/chat-client/kept-chat.ts';

describe('what a device keeps of a chat', () => {
  afterEach(() => localStorage.clear());

  it('is found again by another tab, for the same server and workstream only', () => {
    keptChat('https://a.example', 'live-chat').write('t1');
    expect(keptChat('https://a.example', 'live-chat').read()).to.equal('t1');
    expect(keptChat('https://a.example', 'sales').read()).to.equal(undefined);
    expect(keptChat('https://b.example', 'live-chat').read()).to.equal(undefined);
  });

  it('is forgotten when asked to', () => {
    const kept = keptChat('https://a.example', 'live-chat');
    kept.write('t1');
    kept.forget();
    expect(kept.read()).to.equal(undefined);
    expect(keptChat('https://a.example', 'live-chat').read()).to.equal(undefined);
  });

  it('[P4] keeps each unsent text in a place of its own, so that two tabs lose none, in the order of writing', () => {
    const first = keptChat('https://a.example', 'live-chat');
    const second = keptChat('https://a.example', 'live-chat');
    const text = (id: string, at: number) => ({ id, text: id, at, failed: false });
    second.keepText(text('b', 2));
    first.keepText(text('a', 1));
    expect(keptChat('https://a.example', 'live-chat').texts()).to.deep.equal([text('a', 1), text('b', 2)]);
    first.dropText('a');
    expect(second.texts()).to.deep.equal([text('b', 2)]);
    expect(keptChat('https://a.example', 'sales').texts()).to.deep.equal([]);
    second.forget();
    expect(first.texts()).to.deep.equal([]);
  });

  it('reads nothing into what it did not write', () => {
    for (const [id, odd] of Object.entries({ a: '', b: '{', c: '{"id":1}', d: 'null', e: '[]' }))
      localStorage.setItem(`floorwalk.chat https://a.example live-chat text ${id}`, odd);
    expect(keptChat('https://a.example', 'live-chat').texts()).to.deep.equal([]);
  });

  it('tells when another tab began or forgot a conversation, until it is no longer asked', () => {
    const stop = new AbortController();
    let told = 0;
    keptChat('https://a.example', 'live-chat').follow(() => (told += 1), stop.signal);
    const happens = (key: string): void => void dispatchEvent(new StorageEvent('storage', { key }));
    happens('floorwalk.chat https://a.example live-chat');
    happens('floorwalk.chat https://a.example live-chat text a');
    happens('something else');
    expect(told).to.equal(1);
    stop.abort();
    happens('floorwalk.chat https://a.example live-chat');
    expect(told).to.equal(1);
  });

  it('lives as long as the page where storage is forbidden', () => {
    const real = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    try {
      const kept = keptChat('https://a.example', 'live-chat');
      kept.write('t1');
      expect(kept.read()).to.equal('t1');
      kept.forget();
      expect(kept.read()).to.equal(undefined);
    } finally {
      if (real) Object.defineProperty(globalThis, 'localStorage', real);
    }
  });
});
