import type { Frame } from '../frame.ts';
import { frameOf } from '../frame.ts';
import type { PublicEntry, PublicListener, PublicPort } from './port.ts';
import { toChatEntry } from './customer-view.ts';
import type { ChatServerMessage } from '@floorwalk/core/protocol';

/** A customer's connection as the hub sees it. */
export interface Tab {
  /** The conversation's newest entries, encoded once for all its tabs. */
  said(entries: readonly PublicEntry[], frame: Frame): void;
  typing(frame: Frame): void;
  placeMoved(): void;
  reloaded(): void;
}

/** Who listens to which conversation, for one tenant's customers. */
export class ChatHub implements PublicListener {
  readonly port: PublicPort;
  readonly #tabs = new Map<string, Set<Tab>>();
  /** Arrivals and departures of one conversation happen in their order. */
  readonly #presence = new Map<string, Promise<unknown>>();
  readonly #stop: () => void;
  readonly #failed: (error: unknown) => void;

  constructor(port: PublicPort, failed: (error: unknown) => void) {
    this.port = port;
    this.#failed = failed;
    this.#stop = port.listen(this);
  }

  /** Whether any customer is connected here, or on the way. */
  get isInUse(): boolean {
    return this.#tabs.size > 0 || this.#presence.size > 0;
  }

  /** Adds a tab; the first means that the customer has arrived, the last to go that they have gone (C1). */
  join(conversation: string, tab: Tab): () => void {
    const tabs = this.#tabs.get(conversation) ?? new Set<Tab>();
    this.#tabs.set(conversation, tabs.add(tab));
    if (tabs.size === 1) this.#tell(conversation, 'arrived');
    return () => {
      if (!tabs.delete(tab) || tabs.size > 0) return;
      this.#tabs.delete(conversation);
      this.#tell(conversation, 'gone');
    };
  }

  said(conversation: string, entries: readonly PublicEntry[]): void {
    const tabs = this.#tabs.get(conversation);
    if (!tabs) return;
    const frame = entriesFrame(entries, false);
    for (const tab of tabs) tab.said(entries, frame);
  }

  queueMoved(): void {
    for (const tabs of this.#tabs.values()) for (const tab of tabs) tab.placeMoved();
  }

  typing(conversation: string, name: string): void {
    const tabs = this.#tabs.get(conversation);
    if (!tabs) return;
    const frame = frameOf(JSON.stringify({ type: 'typing', name } satisfies ChatServerMessage));
    for (const tab of tabs) tab.typing(frame);
  }

  reloaded(): void {
    for (const tabs of [...this.#tabs.values()]) for (const tab of [...tabs]) tab.reloaded();
  }

  close(): void {
    this.#stop();
  }

  #tell(conversation: string, type: 'arrived' | 'gone'): void {
    const before = this.#presence.get(conversation) ?? Promise.resolve();
    const now = before.then(() => this.port.act(conversation, { type })).catch(this.#failed);
    this.#presence.set(conversation, now);
    void now.finally(() => this.#presence.get(conversation) === now && this.#presence.delete(conversation));
  }
}

/** Entries as one frame; `whole`: they replace what the client has. */
export function entriesFrame(entries: readonly PublicEntry[], whole: boolean): Frame {
  const seen = entries.map(toChatEntry).filter((entry) => entry !== undefined);
  return frameOf(JSON.stringify({ type: 'entries', whole, entries: seen } satisfies ChatServerMessage));
}
