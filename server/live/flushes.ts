import type { Frame } from './frame.ts';

/** Whatever has frames to send at the end of this turn. */
export interface Flushed {
  flush(): void;
}

/** Sends the frames of one turn of the event loop: each connection once, and equal runs of frames joined once. */
export class Flushes {
  #waiting: Flushed[] = [];
  #last: { readonly frames: readonly Frame[]; readonly joined: Frame } | undefined;

  /** To be flushed at the end of this turn; once, however much it has to send. */
  add(one: Flushed): void {
    this.#waiting.push(one);
    if (this.#waiting.length === 1) setImmediate(() => this.#run());
  }

  /** The frames one behind the other; the same buffer again for the same frames. */
  join(frames: Frame | readonly Frame[]): Frame {
    if (Buffer.isBuffer(frames)) return frames;
    const last = this.#last;
    if (last && last.frames.length === frames.length && frames.every((frame, i) => frame === last.frames[i]))
      return last.joined;
    const joined = Buffer.concat(frames);
    this.#last = { frames, joined };
    return joined;
  }

  #run(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const one of waiting) one.flush();
    this.#last = undefined;
  }
}
