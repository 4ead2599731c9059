/** What a new conversation is about. */
export interface ChatOpening {
  readonly workstream?: string;
  readonly queue?: string;
  readonly subject?: string;
  readonly customer: { readonly name: string; readonly locale?: string };
  readonly context?: { readonly type: string; readonly id: string };
  /** Who the customer is, signed by the page's site. */
  readonly identity?: string;
}

/** The token of the new conversation; or why there is none: what the server says, empty where it does not answer. */
export type Opened =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly refusal: string; readonly detail: string };

/** Asks a server for a new conversation; never rejects. The same key again is the same conversation, whose answer was lost. */
export async function openChat(server: string, opening: ChatOpening, key: string): Promise<Opened> {
  try {
    const response = await fetch(new URL('/v1/chat', server), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(opening),
    });
    const { token, refusal, detail } = Object(await response.json()) as Record<string, unknown>;
    if (typeof token === 'string') return { ok: true, token };
    return { ok: false, refusal: text(refusal), detail: text(detail) };
  } catch {
    return { ok: false, refusal: '', detail: '' };
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
