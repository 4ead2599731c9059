import type { DeliveryOutcome } from '@floorwalk/core/conversation';
import { chatEntry, parse, type ChatEntry } from '@floorwalk/core/protocol';
import * as v from 'valibot';
import type { Answered, FloorClient } from '../floor/floor-client.ts';
import type { Route } from './routes.ts';

/** Something to say to a customer: an entry of the public plane, the only kind that this client can read (P1). */
export interface Delivery {
  readonly id: string;
  readonly conversation: string;
  /** The conversation that it goes on from. */
  readonly previous: string | null;
  readonly entry: ChatEntry;
}
export interface Page {
  readonly items: readonly Delivery[];
  readonly next: string;
  readonly stale: boolean;
  /** The tenant's own words for notices by `locale:kind` (N1). */
  readonly words: Readonly<Record<string, string>>;
}

const delivery = v.object({ id: v.string(), conversation: v.string(), previous: v.nullable(v.string()) });
const outboxPage = v.object({
  items: v.array(v.looseObject({ ...delivery.entries, entry: v.unknown() })),
  next: v.string(),
  stale: v.boolean(),
  words: v.optional(v.record(v.string(), v.string()), {}),
});
const opened = v.looseObject({ id: v.string() });
const said = v.looseObject({ movedTo: v.optional(v.string()) });
const messages = v.looseObject({ items: v.array(v.looseObject({ plane: v.string() })) });
const anything = v.looseObject({});

/** How long the server may hold a question for deliveries, and how long its answer may take beyond that. */
const WAIT_S = 20;

/** The server's interface for channels, under a key that speaks for customers and for nobody of the house. */
export class PublicClient {
  readonly #client: FloorClient;

  constructor(client: FloorClient) {
    this.#client = client;
  }

  /** Opens it under this id; a repeat finds the first. */
  open(
    id: string,
    { workstream, queue }: Route,
    customer: { readonly name: string; readonly id?: string; readonly locale?: string },
  ): Promise<Answered<{ readonly id: string }>> {
    const body = { id, workstream, ...(queue !== undefined && { queue }), customer };
    return this.#client.ask(null, {
      method: 'POST',
      path: '/v1/conversations',
      body,
      key: `open:${id}`,
      schema: opened,
    });
  }

  /** Says what the customer said, once for each id; `movedTo`: it had ended, and a new one took it. */
  say(conversation: string, id: string, text: string): Promise<Answered<{ readonly movedTo?: string | undefined }>> {
    const body = { id, text, plane: 'public', from: { customer: {} } };
    const path = `/v1/conversations/${conversation}/messages`;
    return this.#client.ask(null, { method: 'POST', path, body, key: `say:${id}`, schema: said });
  }

  /** The customer ended it. */
  end(conversation: string, id: string): Promise<Answered<unknown>> {
    const path = `/v1/conversations/${conversation}/end`;
    return this.#client.ask(null, { method: 'POST', path, body: {}, key: `end:${id}`, schema: anything });
  }

  /** The customer types; nothing is known of it once it is lost. */
  async typing(conversation: string): Promise<void> {
    const path = `/v1/conversations/${conversation}/typing`;
    await this.#client.ask(null, { method: 'POST', path, body: {}, schema: anything });
  }

  /** What is to be delivered after a place; without one, the place of now. */
  async deliveries(workstreams: readonly string[], after: string | null, signal: AbortSignal): Promise<Answered<Page>> {
    const query = new URLSearchParams({ workstream: workstreams.join(','), wait: String(after === null ? 0 : WAIT_S) });
    if (after !== null) query.set('after', after);
    const path = `/v1/outbox?${query.toString()}`;
    const answer = await this.#client.ask(null, { path, schema: outboxPage, moreMs: WAIT_S * 1_000, signal });
    if (!answer.ok) return answer;
    const { items, next, stale, words } = answer.value;
    return {
      ok: true,
      value: {
        items: items.flatMap(({ id, conversation, previous, entry }) =>
          publicOnly({ id, conversation, previous }, entry),
        ),
        next,
        stale,
        words,
      },
    };
  }

  /** Everything that was said in public in one conversation. */
  async everything(conversation: string): Promise<Answered<readonly Delivery[]>> {
    const answer = await this.#client.ask(null, {
      path: `/v1/conversations/${conversation}/messages`,
      schema: messages,
    });
    if (!answer.ok) return answer;
    const entries = answer.value.items.filter(({ plane }) => plane === 'public');
    const value = entries.flatMap((entry) => {
      const id = `${conversation}~${String(entry['offset'])}`;
      return publicOnly({ id, conversation, previous: null }, asChat(entry));
    });
    return { ok: true, value: value.filter(({ entry }) => entry.type === 'notice' || entry.from.kind !== 'customer') };
  }

  /** How a delivery went; true once the server knows, or will never. */
  async report(delivery: string, outcome: DeliveryOutcome): Promise<boolean> {
    const path = `/v1/outbox/${encodeURIComponent(delivery)}`;
    const answer = await this.#client.ask(null, { method: 'POST', path, body: { outcome }, schema: anything });
    return answer.ok || answer.refusal.refusal === 'unknownRoute' || answer.refusal.refusal === 'unknownConversation';
  }
}

/** Whatever is not an entry of the public plane, or of a kind not known here, is nothing. */
function publicOnly(rest: Omit<Delivery, 'entry'>, entry: unknown): readonly Delivery[] {
  const parsed = parse(chatEntry, entry);
  return parsed.ok ? [{ ...rest, entry: parsed.value }] : [];
}

/** Who stayed after a transfer is an agent to customers. */
function asChat(entry: Readonly<Record<string, unknown>>): unknown {
  const from = entry['from'] as { readonly kind: string; readonly name: string } | undefined;
  return from?.kind === 'consultee' ? { ...entry, from: { ...from, kind: 'agent' } } : entry;
}
