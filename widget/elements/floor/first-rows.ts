import type { LiveStatus } from '../../client/index.ts';

/** So long a floor waits for its first rows: after its page began to connect, and again after the welcome. */
const WAITED_MS = 150;
/** So long after the first rows those follow that cannot be seen before somebody scrolls. */
const REST_AFTER_MS = 100;

/**
 * How a floor comes to the screen. What would flash up and be replaced at once is not shown: a floor that has only begun to
 * connect shows nothing for a moment, and the welcome is drawn together with the rows that follow it. The rows that are seen
 * are drawn first, those beyond the edges after them.
 */
export class FirstRows {
  readonly #redraw: () => void;
  #isAwaited = false;
  #isWhole = false;
  #come: (() => void) | undefined;
  #late: ReturnType<typeof setTimeout> | undefined;
  #areDrawn = false;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  /** Whether nothing is shown yet; a connection that is lost or refused is shown at once. */
  isAwaited(status: LiveStatus | undefined): boolean {
    return this.#isAwaited && (status?.state === 'connecting' || status?.state === 'live');
  }
  /** Whether rows beyond those that are seen are drawn too. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** A page has begun to connect: nothing is shown until there are rows, or a moment has passed. */
  await(signal: AbortSignal): void {
    this.#isAwaited = true;
    this.#late = setTimeout(() => {
      this.#isAwaited = false;
      this.#redraw();
    }, WAITED_MS);
    signal.addEventListener('abort', () => this.#waitNoMore());
  }

  /** Settles with this where they are awaited: a page that is busy drawing would open its connection later. A moment at most. */
  async after(begun: Promise<void>): Promise<void> {
    if (this.#isAwaited) await Promise.race([begun, this.wait()]);
  }

  /** Settles when they come, at the latest after a moment. */
  wait(): Promise<void> {
    return new Promise((done) => {
      this.#come = done;
      setTimeout(done, WAITED_MS);
    });
  }

  /** They have come, or are not waited for any longer. */
  come(): void {
    this.#waitNoMore();
    this.#come?.();
  }

  /** Those that are seen are drawn; the others follow a moment after they are painted. */
  drawn(): void {
    if (this.#areDrawn) return;
    this.#areDrawn = true;
    const rest = (): void => {
      this.#isWhole = true;
      this.#redraw();
    };
    requestAnimationFrame(() => setTimeout(rest, REST_AFTER_MS));
  }

  #waitNoMore(): void {
    this.#isAwaited = false;
    clearTimeout(this.#late);
  }
}
