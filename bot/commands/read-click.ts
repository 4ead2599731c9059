import * as v from 'valibot';
import type { Ask } from './ask.ts';

const conversation = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._:@-]{1,128}$/u));
const data = v.looseObject({
  n: v.pipe(v.string(), v.maxLength(64)),
  t: v.number(),
  keeps: v.optional(v.picklist(['floor', 'status'])),
  c: v.optional(conversation),
  words: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  view: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9._:@-]{0,128}$/u))),
  first: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  all: v.optional(v.boolean(), false),
  text: v.optional(v.pipe(v.string(), v.maxLength(100_000)), ''),
  target: v.optional(v.pipe(v.string(), v.regex(/^(agent|queue):[A-Za-z0-9._:@-]{1,128}$/u))),
  quiet: v.optional(v.pipe(v.string(), v.maxLength(7)), ''),
  zone: v.optional(v.pipe(v.string(), v.maxLength(64)), ''),
  reason: v.optional(v.pipe(v.string(), v.maxLength(1_000)), ''),
});
const action = v.looseObject({ verb: v.string(), data });
const universal = v.looseObject({ action });

/** A click on a card: what it asks, and the instance of the card by which a repeat is known. */
export interface Click {
  readonly ask: Ask;
  readonly nonce: string;
  /** When the card was made. */
  readonly at: number;
  /** The card goes on showing what it shows; only paging changes a floor. */
  readonly keepsCard: boolean;
}

/** Reads the value of an `adaptiveCard/action`, or of a submit of an old client; null where it is none of the bot's. */
export function readClick(value: unknown): Click | null {
  const parsed = v.safeParse(universal, value);
  if (!parsed.success) return null;
  const { verb, data: d } = parsed.output.action;
  const ask = askOf(verb, d);
  const keepsCard = d.keeps === 'status' || (d.keeps === 'floor' && ask?.do !== 'floor');
  return ask && { ask, nonce: d.n, at: d.t, keepsCard };
}

function askOf(verb: string, d: v.InferOutput<typeof data>): Ask | null {
  if (verb === 'floor')
    return { do: 'floor', words: d.words, first: d.first, ...(d.view !== undefined && { view: d.view }) };
  if (verb === 'help' || verb === 'dismiss') return { do: verb };
  if (verb === 'alerts') return { do: 'alerts', words: d.words };
  if (verb === 'alerts-quiet')
    return { do: 'alerts', words: d.quiet.trim() === '' ? 'quiet off' : `quiet ${d.quiet.trim()} ${d.zone.trim()}` };
  if (d.c === undefined) return null;
  switch (verb) {
    case 'watch':
    case 'look':
    case 'join':
    case 'leave':
    case 'compose':
      return { do: verb, conversation: d.c };
    case 'stop':
      return { do: 'stop' };
    case 'send-public':
      return { do: 'sendPublic', conversation: d.c, text: d.text };
    case 'assign':
    case 'transfer':
      return { do: 'choose', what: verb, conversation: d.c, all: d.all };
    case 'claim':
    case 'withdraw':
    case 'cancel-transfer':
      return { do: 'plain', verb, conversation: d.c };
    case 'try-assign':
    case 'try-transfer':
    case 'give-assign':
    case 'give-transfer': {
      if (d.target === undefined) return null;
      const what = verb.endsWith('assign') ? 'assign' : 'transfer';
      return {
        do: verb.startsWith('try') ? 'try' : 'give',
        what,
        conversation: d.c,
        target: d.target,
        reason: d.reason,
        all: d.all,
      };
    }
    default:
      return null;
  }
}
