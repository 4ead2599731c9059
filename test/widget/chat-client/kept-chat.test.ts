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
