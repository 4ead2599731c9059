/** What a customer's code may know of a conversation: the public plane and nothing else (P1). */
export interface PublicHead {
  /** Newest public offset. */
  readonly offset: number;
  /** Whether the customer has yet to agree before anybody may monitor (N3). */
  readonly consentDue: boolean;
}

/**
 * One public entry as stored; the customer's view takes from it only what a customer may see. That it names its plane
 * keeps an internal entry from passing for one: it does not compile (P1).
 */
export type PublicEntry = {
  readonly plane: 'public';
  readonly offset: number;
  readonly id: string;
  readonly at: number;
} & (
  | {
      readonly type: 'message';
      readonly from: {
        readonly kind: 'customer' | 'agent' | 'consultant' | 'consultee' | 'bot';
        readonly name: string;
      };
      readonly text: string;
    }
  | { readonly type: 'notice'; readonly kind: string; readonly params: Readonly<Record<string, string | number>> }
);

/** A place in a queue: how many wait before, and whether anybody who answers it is there. */
export interface Place {
  readonly before: number;
  readonly here: boolean;
}

/** How something that the customer did ended; never more than they need to go on. */
export type CustomerAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: string; readonly detail: string }
  /** It had ended, and this one took the text (C1). */
  | { readonly ok: true; readonly movedTo: string };

/** What a customer can do. */
export type CustomerAct =
  | { readonly type: 'say'; readonly id: string; readonly text: string }
  | { readonly type: 'typing' }
  | { readonly type: 'seen'; readonly notice: string }
  | { readonly type: 'consent' }
  | { readonly type: 'end' }
  | { readonly type: 'arrived' }
  | { readonly type: 'gone' };

/** What happened that a customer may hear of; calls come in the order of the feed. */
export interface PublicListener {
  /** Entries were added to the public plane. */
  said(conversation: string, entries: readonly PublicEntry[]): void;
  /** The order of some queue may have changed, or who is there for it. */
  queueMoved(): void;
  /** Somebody types on the public plane. */
  typing(conversation: string, name: string): void;
  /** Everything was read again from the store. */
  reloaded(): void;
}

/** What a new chat is about. */
export interface NewChat {
  readonly workstream?: string | undefined;
  readonly queue?: string | undefined;
  readonly customer: { readonly name: string; readonly id?: string | undefined; readonly locale?: string | undefined };
  readonly subject?: string | undefined;
  readonly context?: { readonly type: string; readonly id: string } | undefined;
}

/** The narrow way from a tenant to its customers; implemented outside this folder, which sees nothing behind it. */
export interface PublicPort {
  readonly tenant: string;
  now(): number;
  /** Identifies one uninterrupted history of the public plane. */
  epoch(conversation: string): string;
  head(conversation: string): Promise<PublicHead | undefined>;
  /** The tenant's own words for notices by `locale:kind`; the same object until they change (N1). */
  words(): Readonly<Record<string, string>>;
  /** Public entries after an offset, oldest first. */
  read(conversation: string, since: number): Promise<readonly PublicEntry[]>;
  /** Where it stands in its queue; null where it does not wait. */
  place(conversation: string): Place | null;
  act(conversation: string, act: CustomerAct): Promise<CustomerAnswer>;
  /** `key`: the page's secret name for this one act; the same again within the time of repeats is the same conversation (P4). */
  open(
    chat: NewChat,
    key?: string,
  ): Promise<{ readonly conversation: string } | Extract<CustomerAnswer, { ok: false }>>;
  /** Listens; the result stops it. */
  listen(listener: PublicListener): () => void;
}

export type PublicPorts = (tenant: string) => Promise<PublicPort>;
