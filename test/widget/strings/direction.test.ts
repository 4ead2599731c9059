import { expect } from '@open-wc/testing';
import { turning } from '../../../widget/strings/direction.ts';

describe('the direction of an element', () => {
  afterEach(() => document.documentElement.removeAttribute('dir'));

  it('follows its language where the page says nothing, and goes back', () => {
    const host = document.body.appendChild(document.createElement('div'));
    const turn = turning(host);
    turn(true);
    expect(host.dir).to.equal('rtl');
    turn(false);
    expect(host.hasAttribute('dir')).to.equal(false);
    host.remove();
  });

  it('is the page’s where that says one', () => {
    document.documentElement.dir = 'rtl';
    const host = document.body.appendChild(document.createElement('div'));
    turning(host)(true);
    expect(host.hasAttribute('dir')).to.equal(false);
    host.remove();
  });
});
