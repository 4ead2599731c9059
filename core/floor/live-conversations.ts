import type { Conversation } from '../conversation/conversation.ts';
import { OpenQueue } from './open-queue.ts';

/** The conversations of a floor by id, with what waits in each queue kept in order. */
export class LiveConversations extends Map<string, Conversation> {
  readonly #open = new Map<string, OpenQueue>();

  /** What waits in the queue; undefined where nothing does. */
  open(queue: string): OpenQueue | undefined {
    return this.#open.get(queue);
  }

  override set(id: string, c: Conversation): this {
    this.#leave(this.get(id));
    if (c.state === 'open') {
      const queue = this.#open.get(c.queue) ?? new OpenQueue();
      queue.add(c);
      this.#open.set(c.queue, queue);
    }
    return super.set(id, c);
  }

  override delete(id: string): boolean {
    this.#leave(this.get(id));
    return super.delete(id);
  }

  override clear(): void {
    this.#open.clear();
    super.clear();
  }

  #leave(c: Conversation | undefined): void {
    if (c?.state !== 'open') return;
    const queue = this.#open.get(c.queue);
    queue?.delete(c);
    if (queue?.size === 0) this.#open.delete(c.queue);
  }
}
