import { StickToEnd } from '../../../widget/scroll/stick-to-end.ts';
import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { LitElement, css, html as view } from 'lit';

class Sample extends LitElement {
  static override styles = css`
    div {
      block-size: 100px;
      overflow: auto;
    }
    p {
      block-size: 50px;
      margin: 0;
    }
  `;
  lines = 10;
  readonly stick = new StickToEnd(this, () => this.box);
  get box(): HTMLElement | null {
    return this.renderRoot.querySelector('div');
  }
  protected override render() {
    return view`<div>${Array.from({ length: this.lines }, () => view`<p></p>`)}</div>`;
  }
}
customElements.define('floorwalk-stick-test', Sample);

const open = async () => {
  const el = await fixture<Sample>(html`<floorwalk-stick-test></floorwalk-stick-test>`);
  await nextFrame();
  const { box } = el;
  if (!box) throw new TypeError('no box');
  return { el, box, fromEnd: () => box.scrollHeight - box.scrollTop - box.clientHeight };
};

const twoFrames = async () => {
  await nextFrame();
  await nextFrame();
};

describe('a box that sticks to its end', () => {
  it('stays there when its text grows and when it shrinks itself', async () => {
    const { el, box, fromEnd } = await open();
    el.lines = 30;
    el.requestUpdate();
    await el.updateComplete;
    await twoFrames();
    expect(fromEnd()).to.be.at.most(1);
    box.style.blockSize = '60px';
    await twoFrames();
    expect(fromEnd()).to.be.at.most(1);
    expect(el.stick.atEnd).to.equal(true);
  });

  it('lets the reader go up and come back', async () => {
    const { el, box, fromEnd } = await open();
    await twoFrames();
    box.scrollTop = 100;
    await oneEvent(box, 'scroll');
    expect(el.stick.atEnd).to.equal(false);
    el.lines = 20;
    el.requestUpdate();
    await el.updateComplete;
    expect(box.scrollTop).to.equal(100);
    box.scrollTop = box.scrollHeight;
    await oneEvent(box, 'scroll');
    expect(el.stick.atEnd).to.equal(true);
    expect(fromEnd()).to.be.at.most(1);
  });

  it('works again after being taken off the page and put back', async () => {
    const { el, fromEnd } = await open();
    const parent = el.parentElement;
    el.remove();
    parent?.append(el);
    el.lines = 40;
    el.requestUpdate();
    await el.updateComplete;
    await twoFrames();
    expect(fromEnd()).to.be.at.most(1);
  });
});
