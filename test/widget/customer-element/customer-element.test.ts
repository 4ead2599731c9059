import { expect, fixtureSync } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import { html } from 'lit/html.js';
import { CustomerElement } from '../../../widget/customer-element/customer-element.ts';

/** Says what it holds, and keeps what it said each time that it was drawn. */
class Sign extends CustomerElement {
  static override readonly styles = ['p { display: block; margin-block-start: 7px }'];
  static override readonly observedAttributes = ['words'];
  static {
    this.live('words', 'times');
  }

  words = 'nothing';
  times = 1;
  readonly drawn: string[] = [];
  /** What is done in one of the moments of a drawing. */
  onWillUpdate = (): void => undefined;
  onRender = (): void => undefined;
  onUpdated = (): void => undefined;

  get said(): string {
    return this.renderRoot.textContent;
  }
  protected override willUpdate(): void {
    this.onWillUpdate();
  }
  protected override render() {
    this.onRender();
    this.drawn.push(this.words);
    return html`<p @click=${this.repeat}>${this.words.repeat(this.times)}</p>`;
  }
  protected override updated(): void {
    this.onUpdated();
  }
  repeat(): void {
    this.times += 1;
  }
}
customElements.define('test-sign', Sign);

/** A sign on the page, drawn. */
const onPage = async (): Promise<Sign> => {
  const sign = document.createElement('test-sign') as Sign;
  fixtureSync<HTMLElement>('<div></div>').append(sign);
  await sign.updateComplete;
  return sign;
};

describe('an element for customers', () => {
  it('is drawn once for all that changes in a turn, and not for what stays', async () => {
    const sign = await onPage();
    sign.words = 'one';
    sign.words = 'two';
    sign.times = 2;
    expect(sign.said).to.equal('nothing');
    expect(await sign.updateComplete).to.equal(true);
    sign.words = 'two';
    await sign.updateComplete;
    expect(sign.said).to.equal('twotwo');
    expect(sign.drawn).to.deep.equal(['nothing', 'two']);
  });

  it('draws what is changed while it is being worked out, and again what changes after', async () => {
    const sign = await onPage();
    sign.onWillUpdate = () => (sign.words = 'worked out');
    sign.requestUpdate();
    expect(await sign.updateComplete).to.equal(true);
    expect(sign.drawn).to.deep.equal(['nothing', 'worked out']);
    sign.onUpdated = () => (sign.times = 2);
    sign.requestUpdate();
    expect(await sign.updateComplete).to.equal(false);
    expect(await sign.updateComplete).to.equal(true);
    expect(sign.said).to.equal('worked outworked out');
    expect(sign.drawn).to.have.length(4);
  });

  it('takes its attributes as texts, none for one that goes, and calls its listeners as its own', async () => {
    const sign = await onPage();
    sign.setAttribute('words', 'a');
    sign.renderRoot.querySelector('p')?.click();
    await sign.updateComplete;
    expect(sign.said).to.equal('aa');
    sign.removeAttribute('words');
    await sign.updateComplete;
    expect(sign.said).to.equal('');
  });

  it('keeps what a page gave it before it was known, and can be given something else after', async () => {
    const early = Object.assign(document.createElement('test-early'), { words: 'early' });
    const box = fixtureSync<HTMLElement>('<div></div>');
    box.append(early);
    customElements.define('test-early', class extends Sign {});
    const sign = early as unknown as Sign;
    await sign.updateComplete;
    expect(sign.drawn).to.deep.equal(['early']);
    sign.words = 'late';
    sign.remove();
    box.append(sign);
    await sign.updateComplete;
    expect(sign.said).to.equal('late');
  });

  it('is not drawn before it is on a page, and wakes its controllers when it comes and goes', async () => {
    const calls: string[] = [];
    const note = (what: string) => () => void calls.push(what);
    const controller: ReactiveController = {
      hostConnected: note('connected'),
      hostUpdate: note('update'),
      hostUpdated: note('updated'),
      hostDisconnected: note('disconnected'),
    };
    const sign = document.createElement('test-sign') as Sign;
    sign.addController(controller);
    sign.words = 'before';
    await sign.updateComplete;
    expect(sign.drawn).to.deep.equal([]);
    fixtureSync<HTMLElement>('<div></div>').append(sign);
    await sign.updateComplete;
    sign.remove();
    expect(calls).to.deep.equal(['connected', 'update', 'updated', 'disconnected']);
    expect(sign.said).to.equal('before');
  });

  it('goes on after a drawing that failed', async () => {
    const sign = await onPage();
    sign.onRender = () => {
      throw new TypeError('not today');
    };
    sign.words = 'lost';
    const failed: unknown = await sign.updateComplete.catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(TypeError);
    sign.onRender = () => undefined;
    sign.words = 'found';
    await sign.updateComplete;
    expect(sign.said).to.equal('found');
  });

  it('has its style sheets, one of a text for the whole page', async () => {
    const [one, other] = [await onPage(), await onPage()];
    const p = one.renderRoot.querySelector('p');
    expect(p && getComputedStyle(p).marginBlockStart).to.equal('7px');
    expect(one.renderRoot.adoptedStyleSheets[0] === other.renderRoot.adoptedStyleSheets[0]).to.equal(true);
  });
});
