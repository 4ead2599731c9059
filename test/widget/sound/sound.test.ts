import { Sound } from '../../../widget/sound/sound.ts';
import { settled } from '../support/fake-clock.ts';
import { expect } from '@open-wc/testing';

const PLACE = 'floorwalk.sound.test';

/** A sound card that says what is played and does not start before it is let. */
class Card {
  state = 'suspended';
  currentTime = 0;
  destination = {};
  isLet = true;
  readonly played: number[] = [];
  resume(): Promise<void> {
    if (this.isLet) this.state = 'running';
    return Promise.resolve();
  }
  createGain() {
    const param = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} };
    return { gain: param, connect: (next: unknown) => next };
  }
  createOscillator() {
    const { played } = this;
    return {
      frequency: { setValueAtTime: (frequency: number) => played.push(frequency) },
      connect: (next: unknown) => next,
      start() {},
      stop() {},
    };
  }
}

describe('sound', () => {
  let card: Card;
  const make = (): Sound => new Sound(PLACE, () => card as unknown as AudioContext);
  const realNow = Date.now;
  let now = 1_000_000;
  beforeEach(() => {
    localStorage.removeItem(PLACE);
    card = new Card();
    Date.now = () => now;
  });
  afterEach(() => {
    Date.now = realNow;
    localStorage.removeItem(PLACE);
  });

  const toggled = async (sound: Sound): Promise<void> => {
    sound.toggle();
    await settled();
  };

  it('is silent until it is switched on', async () => {
    const sound = make();
    expect(sound.state).to.equal('off');
    sound.play('hand');
    expect(card.played).to.deep.equal([]);
    await toggled(sound);
    expect(sound.state).to.equal('on');
    expect(card.played, 'it lets itself be heard').to.have.length(1);
    await toggled(sound);
    now += 10_000;
    sound.play('hand');
    expect(sound.state).to.equal('off');
    expect(card.played).to.have.length(1);
  });

  it('is remembered, and waits for the first click or key of the page', async () => {
    await toggled(make());
    card = new Card();
    const again = make();
    expect(again.state).to.equal('blocked');
    again.play('hand');
    expect(card.played).to.deep.equal([]);
    const changed = new Promise((done) => again.addEventListener('change', done));
    document.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await changed;
    expect(again.state).to.equal('on');
    await toggled(again);
    expect(make().state).to.equal('off');
  });

  it('that is on at first stays off once it was switched off', async () => {
    const first = new Sound(PLACE, () => card as unknown as AudioContext, true);
    expect(first.state).to.equal('blocked');
    await toggled(first);
    expect(first.state).to.equal('on');
    await toggled(first);
    expect(new Sound(PLACE, () => card as unknown as AudioContext, true).state).to.equal('off');
  });

  it('plays one tone of several that come at once', async () => {
    const sound = make();
    await toggled(sound);
    now += 10_000;
    card.played.length = 0;
    sound.play('hand');
    sound.play('attention');
    expect(card.played).to.deep.equal([660, 880]);
    now += 10_000;
    sound.play('attention');
    expect(card.played).to.deep.equal([660, 880, 520]);
  });

  it('stays silent on a machine without sound', async () => {
    const sound = new Sound(PLACE, () => {
      throw new Error('no device');
    });
    await toggled(sound);
    expect(sound.state).to.equal('blocked');
    sound.play('hand');
  });
});
