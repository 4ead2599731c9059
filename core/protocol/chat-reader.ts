import { customerNoticeKinds } from '../conversation/customer-notice.ts';
import type { ChatEntry, ChatServerMessage } from './chat.ts';

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const text: Check = (value) => typeof value === 'string';
const time: Check = (value) => typeof value === 'number' && !Number.isNaN(value);
const count: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
const flag: Check = (value) => typeof value === 'boolean';
const id: Check = (value) => typeof value === 'string' && /^[A-Za-z0-9._:@-]{1,128}$/u.test(value);
const oneOf =
  (known: readonly string[]): Check =>
  (value) =>
    known.includes(value as string);

/** The fields that a shape names, each checked; undefined where one is not as it should be. */
function take(shape: Shape, value: unknown): Fields | undefined {
  if (!isObject(value)) return undefined;
  const taken: Record<string, unknown> = {};
  for (const [name, check] of Object.entries(shape)) {
    if (!check(value[name])) return undefined;
    taken[name] = value[name];
  }
  return taken;
}

const kinds = ['customer', 'agent', 'consultant', 'bot'];
const line = { type: text, offset: count, id: text, at: time };
const speaker: Shape = { kind: oneOf(kinds), name: text };
const params: Check = (value) => isObject(value) && Object.values(value).every((it) => text(it) || time(it));
const notice: Shape = { ...line, kind: oneOf(customerNoticeKinds), params };

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

const messages: Readonly<Record<string, Shape>> = {
  welcome: { version: time, epoch: text, offset: count, now: time, heartbeat: time, consent: flag },
  entries: { whole: flag, entries: Array.isArray },
  place: { before: count, here: flag },
  typing: { name: text },
  accepted: { id },
  moved: { id, token: text },
  refused: { id: text, refusal: text, detail: text },
  heartbeat: { now: time, offset: count },
  shuttingDown: { retryAfter: time },
};

/**
 * What a server tells a customer's page: what `chatServerMessage` accepts, read without the schema, so that the page
 * loads little and knows no word of the house. Entries of a kind that it does not know are left out.
 */
export function readChatMessage(json: string): ChatServerMessage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const type = isObject(value) ? value['type'] : undefined;
  if (typeof type !== 'string' || !Object.hasOwn(messages, type)) return undefined;
  const taken = take(messages[type] ?? {}, value);
  if (!taken) return undefined;
  const { entries } = taken;
  const known = Array.isArray(entries) ? { entries: entries.map(entry).filter((it) => it !== undefined) } : {};
  return { type, ...taken, ...known } as ChatServerMessage;
}
