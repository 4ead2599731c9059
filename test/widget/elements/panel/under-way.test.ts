import { expect, fixtureSync, html } from '@open-wc/testing';
import { UnderWay } from '../../../../widget/elements/panel/under-way.ts';
import { settled } from '../../support/fake-clock.ts';
import { steppedTime } from '../../support/stepped-time.ts';

describe('what a panel has asked of a slow server', () => {
  let time: ReturnType<typeof steppedTime>;
  beforeEach(() => (time = steppedTime()));
  afterEach(() => time.restore());

  /** A button that asks for `what` when it is pressed, and the answers that have not come yet. */
  const played = () => {
    const underWay = new UnderWay();
    const answers: ((answer: string) => void)[] = [];
    const heard: (string | undefined)[] = [];
    const button = fixtureSync<HTMLButtonElement>(html`<button type="button">Join</button>`);
    button.addEventListener('click', underWay.pressed, true);
    button.addEventListener('click', () => {
      void underWay
        .run('join', () => new Promise<string>((answer) => answers.push(answer)))
        .then((it) => heard.push(it));
    });
    return { button, answers, heard };
  };
  const said = (button: HTMLElement): string | undefined => button.dataset['underWay'];

  it('says on the button that it is under way, once that takes a moment, and no more when it is answered', async () => {
    const { button, answers, heard } = played();
    button.click();
    await time.step(300);
    expect(said(button)).to.equal(undefined);
    await time.step(200);
    expect(said(button)).to.equal('sending');
    answers[0]?.('done');
    await settled();
    expect(heard).to.deep.equal(['done']);
    expect(said(button)).to.equal(undefined);
  });

  it('asks once however often the button is pressed, and again after the answer', async () => {
    const { button, answers, heard } = played();
    button.click();
    button.click();
    await settled();
    expect(answers).to.have.length(1);
    expect(heard).to.deep.equal([undefined]);
    answers[0]?.('done');
    await settled();
    button.click();
    expect(answers).to.have.length(2);
  });

  it('says nothing where the server answers at once', async () => {
    const { button, answers } = played();
    button.click();
    answers[0]?.('done');
    await time.step(1_000);
    expect(said(button)).to.equal(undefined);
  });
});
