import type { Giving } from '../cards/target-card.ts';

/** What a supervisor can ask for; a typed word and a button come to the same. */
export type Ask =
  | { readonly do: 'help' }
  | {
      readonly do: 'floor';
      readonly words: string;
      readonly first: number;
      /** The id of a saved view; empty: none, absent: the person's first one (F6). */
      readonly view?: string;
      /** A saved view by what was typed of its name. */
      readonly named?: string;
    }
  | { readonly do: 'watch'; readonly conversation: string }
  | { readonly do: 'look'; readonly conversation: string }
  | { readonly do: 'stop' }
  | { readonly do: 'join'; readonly conversation: string }
  | { readonly do: 'leave'; readonly conversation: string }
  | { readonly do: 'compose'; readonly conversation: string }
  | { readonly do: 'sendPublic'; readonly conversation: string; readonly text: string }
  | { readonly do: 'note'; readonly text: string }
  | { readonly do: 'choose'; readonly what: Giving; readonly conversation: string; readonly all: boolean }
  | Give
  | { readonly do: 'plain'; readonly verb: 'claim' | 'withdraw' | 'cancel-transfer'; readonly conversation: string }
  | { readonly do: 'alerts'; readonly words: string }
  | { readonly do: 'dismiss' };

/** An assign or transfer: first tried, then done. */
export interface Give {
  readonly do: 'try' | 'give';
  readonly what: Giving;
  readonly conversation: string;
  /** `agent:<id>` or `queue:<id>`. */
  readonly target: string;
  readonly reason: string;
  readonly all: boolean;
}
