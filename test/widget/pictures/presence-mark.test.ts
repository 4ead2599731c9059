import { presences } from '@floorwalk/core';
import { presenceMark } from '../../../widget/pictures/index.ts';
import { expect, fixture, html } from '@open-wc/testing';

describe('the mark of a presence', () => {
  it('[K1] has a shape and a word of its own for each, and for unreachable', async () => {
    const el = await fixture(
      html`<div>${presences.map((presence) => presenceMark(presence))}${presenceMark('busy', false)}</div>`,
    );
    const marks = [...el.querySelectorAll('svg')];
    expect(new Set(marks.map((mark) => mark.innerHTML)).size).to.equal(7);
    expect(new Set(marks.map((mark) => mark.getAttribute('aria-label'))).size).to.equal(7);
    expect(marks.at(-1)?.getAttribute('aria-label')).to.equal('Unreachable');
    await expect(el).to.be.accessible();
  });

  it('calls who is offline on purpose offline, not unreachable', async () => {
    const el = await fixture(html`<div>${presenceMark('offline', false)}</div>`);
    expect(el.querySelector('svg')?.getAttribute('aria-label')).to.equal('Offline');
  });
});
