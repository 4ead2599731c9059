import { memoryDrafts, sessionDrafts } from '../../../widget/composer/index.ts';
import { expect } from '@open-wc/testing';

const broken = (): Storage => {
  const fail = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  return { length: 0, clear: fail, getItem: fail, key: fail, removeItem: fail, setItem: fail };
};

describe('drafts', () => {
  afterEach(() => sessionStorage.clear());

  for (const [kind, make] of [
    ['in memory', memoryDrafts],
    ['of a session', () => sessionDrafts('ines')],
    ['where storage is full', () => sessionDrafts('ines', broken())],
  ] as const) {
    it(`[M4] ${kind} keep planes and conversations apart`, () => {
      const drafts = make();
      drafts.set('c1', 'internal', 'inside');
      drafts.set('c1', 'public', 'outside');
      expect(drafts.get('c1', 'internal')).to.equal('inside');
      expect(drafts.get('c1', 'public')).to.equal('outside');
      expect(drafts.get('c2', 'internal')).to.equal('');
      drafts.set('c1', 'internal', '');
      expect(drafts.get('c1', 'internal')).to.equal('');
      expect(drafts.get('c1', 'public')).to.equal('outside');
    });
  }

  it('of a session outlive the page and are not another person’s', () => {
    sessionDrafts('ines').set('c1', 'internal', 'inside');
    expect(sessionDrafts('ines').get('c1', 'internal')).to.equal('inside');
    expect(sessionDrafts('jonas').get('c1', 'internal')).to.equal('');
  });
});
