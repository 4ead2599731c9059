/** Something that comes soon, or is not waited for any longer. */
export class Soon {
  #come: (() => void) | undefined;

  /** Settles when it comes, at the latest after so many milliseconds. */
  wait(ms: number): Promise<void> {
    return new Promise((done) => {
      this.#come = done;
      setTimeout(done, ms);
    });
  }

  /** It has come. */
  come(): void {
    this.#come?.();
  }
}
