import { customerNoticeKinds } from '../../conversation/customer-notice.ts';
import {
  type Check,
  count,
  type Fields,
  flag,
  id,
  isObject,
  number,
  oneOf,
  params,
  record,
  text,
  valueOf,
} from './checks.ts';
import type { ChatEntry, ChatServerMessage } from '../chat.ts';

type Checks = Readonly<Record<string, Check>>;

/** The fields that a shape names, each checked; undefined where one is not as it should be. */
function take(shape: Checks, value: unknown): Fields | undefined {
  if (!isObject(value)) return undefined;
  const taken: Record<string, unknown> = {};
  for (const [name, check] of Object.entries(shape)) {
    if (!check(value[name])) return undefined;
    taken[name] = value[name];
  }
  return taken;
}

const kinds = ['customer', 'agent', 'consultant', 'bot'];
const line = { type: text, offset: count, id: text, at: number };
const speaker: Checks = { kind: oneOf(kinds), name: text };
const notice: Checks = { ...line, kind: oneOf(customerNoticeKinds), params };

function entry(value: unknown): ChatEntry | undefined {
  if (!isObject(value)) return undefined;
  if (value['type'] === 'notice') {
    const taken = take(notice, value);
    return taken && ({ ...taken, params: { ...(taken['params'] as Fields) } } as unknown as ChatEntry);
  }
  const from = take(speaker, value['from']);
  if (value['type'] !== 'message' || !from) return undefined;
  const taken = take({ ...line, text }, value);
  return taken && ({ ...taken, from } as unknown as ChatEntry);
}

const messages: Readonly<Record<string, Checks>> = {
  welcome: { version: number, epoch: text, offset: count, now: number, heartbeat: number, consent: flag },
  wording: { words: record(text) },
  entries: { whole: flag, entries: Array.isArray },
  place: { before: count, here: flag },
  typing: { name: text },
  accepted: { id },
  moved: { id, token: text },
  refused: { id: text, refusal: text, detail: text },
  heartbeat: { now: number, offset: count },
  shuttingDown: { retryAfter: number },
};

/**
 * What a server tells a customer's page: what `chatServerMessage` accepts, read without the schema, so that the page
 * loads little and knows no word of the house. Entries of a kind that it does not know are left out.
 */
export function readChatMessage(json: string): ChatServerMessage | undefined {
  const value = valueOf(json);
  const type = isObject(value) ? value['type'] : undefined;
  if (typeof type !== 'string' || !Object.hasOwn(messages, type)) return undefined;
  const taken = take(messages[type] ?? {}, value);
  if (!taken) return undefined;
  const { entries, words } = taken;
  if (isObject(words)) return { type: 'wording', words: { ...words } } as ChatServerMessage;
  const known = Array.isArray(entries) ? { entries: entries.map(entry).filter((it) => it !== undefined) } : {};
  return { type, ...taken, ...known } as ChatServerMessage;
}
