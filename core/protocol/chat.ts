import * as v from 'valibot';
import { count, id, text, time } from './common.ts';
import { customerNoticeKinds } from '../conversation/customer-notice.ts';

/** The customer's own protocol: it names the public plane only, and nothing of staff but the name and kind of who spoke (P1). */
export const chatClientMessage = v.variant('type', [
  v.object({
    type: v.literal('hello'),
    version: v.number(),
    token: v.string(),
    since: v.optional(v.object({ epoch: v.string(), offset: count })),
  }),
  v.object({ type: v.literal('say'), id, text }),
  v.object({ type: v.literal('typing') }),
  v.object({ type: v.literal('seen'), notice: id }),
  v.object({ type: v.literal('consent'), id }),
  v.object({ type: v.literal('end'), id }),
  v.object({ type: v.literal('pong') }),
]);
export type ChatClientMessage = v.InferOutput<typeof chatClientMessage>;

/** An agent is an agent, whoever holds the conversation: who stayed after a transfer is not told apart (P1). */
const speaker = v.object({
  kind: v.picklist(['customer', 'agent', 'consultant', 'bot']),
  name: v.string(),
});
export const chatEntry = v.variant('type', [
  v.object({ type: v.literal('message'), offset: count, id: v.string(), at: time, from: speaker, text: v.string() }),
  v.object({
    type: v.literal('notice'),
    offset: count,
    id: v.string(),
    at: time,
    kind: v.picklist(customerNoticeKinds),
    params: v.record(v.string(), v.union([v.string(), v.number()])),
  }),
]);
export type ChatEntry = v.InferOutput<typeof chatEntry>;

export const chatServerMessage = v.variant('type', [
  v.object({
    type: v.literal('welcome'),
    version: v.number(),
    epoch: v.string(),
    offset: count,
    now: time,
    heartbeat: v.number(),
    consent: v.boolean(),
  }),
  /** The tenant's own words for notices by `locale:kind`, in place of the page's: after hello where there are any, and when they change (N1). */
  v.object({ type: v.literal('wording'), words: v.record(v.string(), v.string()) }),
  /** Entries after those sent before; with `whole` they replace them. */
  v.object({ type: v.literal('entries'), whole: v.boolean(), entries: v.array(chatEntry) }),
  /** The place in the queue; 0: nobody waits before. `here`: somebody who answers this queue is there. */
  v.object({ type: v.literal('place'), before: count, here: v.boolean() }),
  v.object({ type: v.literal('typing'), name: v.string() }),
  v.object({ type: v.literal('accepted'), id }),
  /** `conversation` and `token`: the conversation had ended, so a new one was opened and took the text (C1). */
  v.object({ type: v.literal('moved'), id, token: v.string() }),
  v.object({ type: v.literal('refused'), id: v.string(), refusal: v.string(), detail: v.string() }),
  v.object({ type: v.literal('heartbeat'), now: time, offset: count }),
  v.object({ type: v.literal('shuttingDown'), retryAfter: v.number() }),
]);
export type ChatServerMessage = v.InferOutput<typeof chatServerMessage>;
