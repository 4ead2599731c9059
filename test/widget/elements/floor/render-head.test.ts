import { openViews } from '../../support/opened-views.ts';
import { one, press } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

describe('the views of the floor', () => {
  afterEach(() => document.documentElement.removeAttribute('dir'));

  for (const [dir, onward, back] of [
    ['ltr', 'ArrowRight', 'ArrowLeft'],
    ['rtl', 'ArrowLeft', 'ArrowRight'],
  ] as const)
    it(`[F1] are walked by the arrows the way they are seen, ${dir}`, async () => {
      document.documentElement.dir = dir;
      const on = await openViews([]);
      press(one(on.el, '#view-all'), onward);
      await on.shown();
      expect(on.asked()).to.deep.include({ view: 'attention' });
      expect(on.el.shadowRoot?.activeElement?.id).to.equal('view-attention');
      press(one(on.el, '#view-attention'), back);
      await on.shown();
      expect(on.asked()).to.deep.include({ view: 'all' });
      on.client.close();
    });
});
