import * as v from 'valibot';
import { channels, planes, presences, states } from '../words.ts';
import { MAX_HAND } from '../conversation/hand.ts';
import { MAX_TEXT } from '../conversation/message.ts';
import { noticeKinds } from '../conversation/notice.ts';

/** Ids on the wire: 1 to 128 visible characters, so that they are safe in keys, logs and addresses. */
export const id = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9._:@-]{1,128}$/u, 'must be 1 to 128 letters, digits or . _ : @ -'),
);
export const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'), v.maxLength(10_000));
export const line = v.pipe(v.string(), v.maxLength(10_000));
export const text = v.pipe(
  v.string(),
  v.check((s) => s.trim() !== '', 'must not be empty'),
  v.maxLength(MAX_TEXT, `must be at most ${MAX_TEXT} characters`),
  v.check((s) => s.isWellFormed(), 'must be well-formed Unicode'),
);
/** Names that people read in lists and sentences: one line, nothing invisible that could pass for another. */
export const entryName = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'must not be empty'),
  v.maxLength(200, 'must be at most 200 characters'),
  v.check((s) => s.isWellFormed(), 'must be well-formed Unicode'),
  v.regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, 'must not contain control characters'),
);
/** What an agent asks with a raised hand: one line (B3). */
export const handText = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'must not be empty'),
  v.maxLength(MAX_HAND, `must be at most ${MAX_HAND} characters`),
  v.check((s) => s.isWellFormed(), 'must be well-formed Unicode'),
);
export const plane = v.picklist(planes, 'must be "public" or "internal"');
export const channel = v.picklist(channels);
export const state = v.picklist(states);
export const presence = v.picklist(presences);
export const time = v.number();
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const position = v.object({ epoch: v.string(), offset: count });
export type WirePosition = v.InferOutput<typeof position>;

export const customer = v.object({ name, id: v.optional(id), locale: v.optional(v.pipe(v.string(), v.maxLength(35))) });
export const recordContext = v.object({ type: id, id });
export const override = v.object({
  reason: v.pipe(v.string(), v.trim(), v.minLength(1, 'needs a reason'), v.maxLength(1_000)),
});
const field = v.optional(v.pipe(v.string(), v.maxLength(2_000)), '');
/** What the next agent must know (T5); absent fields are empty. */
export const handover = v.object({
  reason: field,
  wants: field,
  tried: field,
  promised: field,
  promisedBy: field,
  lastQuestion: field,
  sentiment: field,
});

export const author = v.object({
  kind: v.picklist(['customer', 'agent', 'consultant', 'consultee', 'bot']),
  id: v.string(),
  name: v.string(),
});
export const message = v.object({
  type: v.literal('message'),
  id: v.string(),
  at: time,
  from: author,
  text: v.string(),
});
export const notice = v.object({
  type: v.literal('notice'),
  id: v.string(),
  at: time,
  kind: v.picklist(noticeKinds),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  twin: v.optional(v.string()),
});
export const refusal = v.object({
  refusal: v.string(),
  detail: v.string(),
  state: v.optional(v.string()),
  winner: v.optional(v.object({ person: v.string(), at: time, did: v.string(), to: v.optional(v.string()) })),
  excess: v.optional(v.number()),
});
