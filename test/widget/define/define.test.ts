import { define } from '../../../widget/define/define.ts';
import { expect } from '@open-wc/testing';

describe('define', () => {
  it('registers a name once and lets a second copy of the script pass', () => {
    expect(define('floorwalk-define-test', class extends HTMLElement {})).to.equal(true);
    expect(define('floorwalk-define-test', class extends HTMLElement {})).to.equal(false);
  });
});
