import { expiryOf } from './token-expiry.ts';

const BEFORE_MS = 60_000;

/** Gets a fresh token a minute before the one in use ends by the server's clock, as long as the connection is open (R3). */
export class TokenRenewal {
  readonly #getToken: () => Promise<string>;
  readonly #renewed: (token: string) => void;
  readonly #now: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(getToken: () => Promise<string>, renewed: (token: string) => void, now: () => number) {
    this.#getToken = getToken;
    this.#renewed = renewed;
    this.#now = now;
  }

  /** This token is in use from now on. */
  start(token: string): void {
    this.stop();
    const left = expiryOf(token) - this.#now() - BEFORE_MS;
    if (!Number.isFinite(left)) return;
    this.#timer = setTimeout(
      () => {
        this.#getToken().then(
          (fresh) => {
            this.#renewed(fresh);
            this.start(fresh);
          },
          () => {},
        );
      },
      Math.max(1_000, left),
    );
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
