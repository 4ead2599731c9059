import * as v from 'valibot';
import { place } from '../transport/activity.ts';
import type { Account } from '../floor/person.ts';

const watching = v.object({
  conversation: v.string(),
  /** How its lines name it. */
  name: v.string(),
  /** How far its text has been put into the outbox. */
  position: v.nullable(v.object({ epoch: v.string(), public: v.number(), internal: v.number() })),
  /** When the newest entry of those was said. */
  lastAt: v.number(),
  /** Set while joined: their last word there, from which M5 counts. */
  spokeAt: v.nullable(v.number()),
  warned: v.boolean(),
});
export type Watching = v.InferOutput<typeof watching>;

const alerts = v.object({
  on: v.boolean(),
  /** Hours of the day in which nothing is sent, from and to, in a zone of their choice or that of their client. */
  quiet: v.nullable(v.object({ from: v.number(), to: v.number(), zone: v.optional(v.string()) })),
  /** Where they go: the personal chat, or a channel that they named. */
  to: v.nullable(place),
});
export type Alerts = v.InferOutput<typeof alerts>;

/** What the bot remembers of one supervisor. */
export const record = v.object({
  tenant: v.string(),
  object: v.string(),
  /** Their personal chat; null until they wrote there, or once it is gone. */
  place: v.nullable(place),
  locale: v.nullable(v.string()),
  zone: v.nullable(v.string()),
  /** The conversations of their last floor card, by number. */
  list: v.array(v.string()),
  watching: v.nullable(watching),
  alerts,
});
export type PersonRecord = v.InferOutput<typeof record>;

/** The record of somebody who writes for the first time. */
export const newRecord = ({ tenant, object }: Account): PersonRecord => ({
  tenant,
  object,
  place: null,
  locale: null,
  zone: null,
  list: [],
  watching: null,
  alerts: { on: false, quiet: null, to: null },
});
