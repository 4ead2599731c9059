/** What can be heard: somebody needs help at once, a conversation needs attention, something is offered. */
export type Tone = 'hand' | 'attention' | 'offer';

/** `blocked`: wanted, but the browser waits for a click or a key before a page may sound. */
export type SoundState = 'off' | 'on' | 'blocked';

/** Each tone as the frequencies of its short notes, hertz. */
const notes: Readonly<Record<Tone, readonly number[]>> = { hand: [660, 880], attention: [520], offer: [440, 550, 660] };
const NOTE_S = 0.12;
/** Tones nearer to each other than this are one. */
const APART_MS = 1_500;
const LOUDNESS = 0.08;

/**
 * Short tones for what must be noticed; off until somebody switches them on, unless they are to be on at first. The choice is
 * remembered on this device.
 * Emits `change` when its state does.
 */
export class Sound extends EventTarget {
  readonly #place: string;
  readonly #open: () => AudioContext;
  #context: AudioContext | undefined;
  #isWanted: boolean;
  #lastAt = Number.NEGATIVE_INFINITY;

  /** `place` names where the choice is kept; until there is one, `isOnAtFirst` counts. */
  constructor(place: string, open: () => AudioContext = () => new AudioContext(), isOnAtFirst = false) {
    super();
    this.#place = place;
    this.#open = open;
    this.#isWanted = kept(place) ?? isOnAtFirst;
    if (this.#isWanted) this.#waitForGesture();
  }

  get state(): SoundState {
    if (!this.#isWanted) return 'off';
    return this.#context?.state === 'running' ? 'on' : 'blocked';
  }

  /** Switches it on or off; call it from a click or a key, so that the browser allows it. */
  toggle(): void {
    // Where the browser still waits, this click is what it waited for.
    this.#isWanted = this.state !== 'on';
    keep(this.#place, this.#isWanted);
    if (this.#isWanted) this.#start(() => this.play('attention'));
    this.dispatchEvent(new Event('change'));
  }

  /** Plays a tone where it is on; one that follows another at once is left out. */
  play(tone: Tone): void {
    const context = this.#context;
    if (this.state !== 'on' || !context) return;
    const now = Date.now();
    if (now - this.#lastAt < APART_MS) return;
    this.#lastAt = now;
    notes[tone].forEach((frequency, index) => note(context, frequency, index * NOTE_S));
  }

  /** It begins when the browser lets it, which may be much later. */
  #start(begun: () => void): void {
    try {
      const context = (this.#context ??= this.#open());
      context.resume().then(
        () => {
          begun();
          this.dispatchEvent(new Event('change'));
        },
        () => {},
      );
    } catch {
      // A machine without sound stays silent.
    }
  }

  /** A remembered choice sounds from the first click or key on, as browsers have it. */
  #waitForGesture(): void {
    const waiting = new AbortController();
    const begin = (): void => {
      waiting.abort();
      if (this.#isWanted) this.#start(() => {});
    };
    for (const type of ['pointerdown', 'keydown'])
      document.addEventListener(type, begin, { capture: true, signal: waiting.signal });
  }
}

function note(context: AudioContext, frequency: number, after: number): void {
  const at = context.currentTime + after;
  const volume = context.createGain();
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + NOTE_S);
  const tone = context.createOscillator();
  tone.frequency.setValueAtTime(frequency, at);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + NOTE_S);
}

function kept(place: string): boolean | undefined {
  try {
    const choice = localStorage.getItem(place);
    return choice === null ? undefined : choice === 'on';
  } catch {
    // A page may forbid storage; then it is chosen each time.
    return undefined;
  }
}

function keep(place: string, isOn: boolean): void {
  try {
    localStorage.setItem(place, isOn ? 'on' : 'off');
  } catch {
    // As above.
  }
}
