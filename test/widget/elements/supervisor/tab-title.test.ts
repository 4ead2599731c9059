import { TabTitle } from '../../../../widget/elements/supervisor/tab-title.ts';
import { expect } from '@open-wc/testing';

describe('the number in the tab', () => {
  const before = document.title;
  afterEach(() => {
    document.title = before;
  });

  it('[F3] stands before the title, once, and goes with the last that needs attention', () => {
    document.title = 'My CRM';
    const title = new TabTitle();
    title.show(2);
    title.show(12);
    expect(document.title).to.equal('(12) My CRM');
    title.show(0);
    expect(document.title).to.equal('My CRM');
  });

  it('[F3] is the title of a page that has none', () => {
    document.title = '';
    const title = new TabTitle();
    title.show(2);
    title.show(3);
    expect(document.title).to.equal('(3)');
    title.show(0);
    expect(document.title).to.equal('');
  });

  it('leaves what the page calls itself meanwhile', () => {
    document.title = 'Case 1';
    const title = new TabTitle();
    title.show(2);
    document.title = '(7) Case 2';
    title.show(3);
    expect(document.title).to.equal('(3) (7) Case 2');
    title.show(0);
    expect(document.title).to.equal('(7) Case 2');
  });
});
