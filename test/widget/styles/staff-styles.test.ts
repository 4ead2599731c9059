import { contrast, pairs } from './contrast.ts';
import { staffStyles } from '../../../widget/styles/index.ts';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, html as view } from 'lit';

class Sample extends LitElement {
  static override styles = [...staffStyles];
  protected override render() {
    return view`<button class="button primary">Add note</button><button class="button" aria-disabled="true">Off</button>`;
  }
}
customElements.define('floorwalk-styles-test', Sample);

const open = async (
  attributes: Readonly<Record<string, string>> = {},
  around: Readonly<Record<string, string>> = {},
) => {
  const box = await fixture<HTMLElement>(html`<div><floorwalk-styles-test></floorwalk-styles-test></div>`);
  const el = box.querySelector<Sample>('floorwalk-styles-test');
  if (!el) throw new TypeError('no element');
  for (const [name, value] of Object.entries(around)) box.style.setProperty(name, value);
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  await el.updateComplete;
  const button = el.shadowRoot?.querySelector('button');
  if (!button) throw new TypeError('no button');
  return { el, button };
};

describe('the styles of an element', () => {
  it('follow the host’s properties and colour scheme from any ancestor', async () => {
    const plain = await open();
    expect(getComputedStyle(plain.button).backgroundColor).to.equal('rgb(26, 32, 39)');
    const dark = await open({}, { 'color-scheme': 'dark' });
    expect(getComputedStyle(dark.button).backgroundColor).to.equal('rgb(233, 236, 239)');
    const own = await open({}, { '--floorwalk-accent': 'rgb(1, 2, 3)', 'font-family': 'Courier' });
    expect(getComputedStyle(own.button).backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(own.button).fontFamily).to.equal('Courier');
    await expect(plain.el).to.be.accessible();
    await expect(dark.el).to.be.accessible();
  });

  it('have touch targets of 44 pixels where asked, and 28 else', async () => {
    expect((await open()).button.offsetHeight).to.equal(28);
    expect((await open({ 'data-floorwalk-density': 'touch' })).button.offsetHeight).to.equal(44);
    expect((await open({ 'data-floorwalk-density': 'compact' })).button.offsetHeight).to.equal(26);
  });

  for (const scheme of ['light', 'dark']) {
    it(`have enough contrast in every pair, ${scheme}`, async () => {
      const { el } = await open({}, { 'color-scheme': scheme });
      const probe = document.createElement('span');
      el.shadowRoot?.append(probe);
      const computed = (token: string): string => {
        probe.style.color = `var(--_${token})`;
        return getComputedStyle(probe).color;
      };
      const weak = pairs.flatMap(([least, background, foregrounds]) =>
        foregrounds.filter((token) => contrast(computed(token), computed(background)) < least),
      );
      expect(weak).to.deep.equal([]);
      expect(pairs.flatMap(([, , foregrounds]) => foregrounds).length).to.be.above(40);
    });
  }
});
