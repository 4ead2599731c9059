import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = Pick<ReactiveControllerHost, 'addController' | 'requestUpdate'>;

const NEAR_PX = 24;

/**
 * Keeps a scrolling box at its end while the reader is there, and where they are when they have scrolled away: before
 * each update it looks whether they were at the end, and after it goes there again.
 */
export class StickToEnd implements ReactiveController {
  readonly #host: Host;
  readonly #box: () => HTMLElement | null | undefined;
  #observer: ResizeObserver | undefined;
  #observed: HTMLElement | undefined;
  #atEnd = true;
  #lastTop = 0;

  constructor(host: Host, box: () => HTMLElement | null | undefined) {
    this.#host = host;
    this.#box = box;
    host.addController(this);
  }

  /** Whether the reader is at the end. */
  get atEnd(): boolean {
    return this.#atEnd;
  }

  /** Goes to the end and stays there. */
  goToEnd(): void {
    this.#atEnd = true;
    const box = this.#box();
    if (box) box.scrollTop = box.scrollHeight;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(() => this.#follow());
    this.#observed = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed?.removeEventListener('scroll', this.#onScroll);
    this.#observed = undefined;
  }

  hostUpdated(): void {
    this.#observe();
    this.#follow();
  }

  #observe(): void {
    const box = this.#box() ?? undefined;
    if (box === this.#observed) return;
    this.#observed?.removeEventListener('scroll', this.#onScroll);
    this.#observer?.disconnect();
    this.#observed = box;
    if (!box) return;
    box.addEventListener('scroll', this.#onScroll, { passive: true });
    this.#observer?.observe(box);
  }

  #follow(): void {
    const box = this.#observed;
    if (!box || !this.#atEnd) return;
    box.scrollTop = box.scrollHeight;
    this.#lastTop = box.scrollTop;
  }

  /** Only the reader moves upwards; that the end moves away, by growing text or a shrinking box, is not their wish. */
  readonly #onScroll = (): void => {
    const box = this.#observed;
    if (!box) return;
    const before = this.#atEnd;
    const isNearEnd = box.scrollHeight - box.scrollTop - box.clientHeight <= NEAR_PX;
    if (isNearEnd) this.#atEnd = true;
    else if (box.scrollTop < this.#lastTop) this.#atEnd = false;
    this.#lastTop = box.scrollTop;
    if (before !== this.#atEnd) this.#host.requestUpdate();
    else this.#follow();
  };
}
