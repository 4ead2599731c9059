/** Asks for tokens: a person is asked for consent at most once, and then again only when they press for it. */
export class TeamsSignIn {
  readonly #token: (silent: boolean) => Promise<string>;
  readonly #failed: (why: string) => void;
  #isAsked = false;

  /** `failed` hears why there was no token, and the empty string when there is one again. */
  constructor(token: (silent: boolean) => Promise<string>, failed: (why: string) => void) {
    this.#token = token;
    this.#failed = failed;
  }

  /** A token for the panels; a property, as they know a sign-in by it. */
  readonly getToken = async (): Promise<string> => {
    const silent = this.#isAsked;
    this.#isAsked = true;
    try {
      const token = await this.#token(silent);
      this.#isAsked = false;
      this.#failed('');
      return token;
    } catch (error) {
      this.#failed(error instanceof Error && error.message !== '' ? error.message : String(error));
      throw error;
    }
  };
}
