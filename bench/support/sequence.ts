const POSITION = /"position":\{[^}]*"public":(\d+)/u;

/** Follows what one subscriber is sent of one conversation: each message's place is the one after the last. */
export class Sequence {
  #last: number | undefined;
  #wrong = 0;

  /** How many messages were left out, came twice, or came out of their order. */
  get wrong(): number {
    return this.#wrong;
  }

  /** Takes a conversation frame as it came. */
  hear(text: string): void {
    const place = Number(POSITION.exec(text)?.[1]);
    if (this.#last !== undefined && place !== this.#last + 1)
      this.#wrong += Math.max(1, Math.abs(place - this.#last - 1));
    this.#last = place;
  }
}
