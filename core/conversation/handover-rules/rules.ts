/**
 * What a sentence must say to count, for one language. A language is added by a row here and a few sentences in the test;
 * which one somebody writes is not asked: a sentence counts where any row says so.
 */
export interface HandoverRules {
  /** The customer says what they want. */
  readonly wish: RegExp;
  /** Somebody says what has been done or tried. */
  readonly tried: RegExp;
  /** It was only asked about or advised. */
  readonly notTried: RegExp;
  /** The house says what it will do. */
  readonly promise: RegExp;
  /** It is no promise: it hangs on something, or is denied, or only polite. */
  readonly noPromise: RegExp;
  /** When it will be done. */
  readonly when: RegExp;
  /** Words that only keep somebody waiting answer nothing. */
  readonly holding: RegExp;
  /** A greeting or a thank-you of a few words says nothing. */
  readonly smallTalk: RegExp;
}
