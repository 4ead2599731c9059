import { keyOf } from '../people/people.ts';
import { LiveLink, type Follow, type LinkDeps } from './live-link.ts';
import type { Account } from './person.ts';

interface Held {
  readonly link: LiveLink;
  readonly refused: Set<() => void>;
  count: number;
}

/** One live connection for each person who follows anything. */
export class Links {
  readonly #deps: LinkDeps;
  readonly #held = new Map<string, Held>();

  constructor(deps: LinkDeps) {
    this.#deps = deps;
  }

  /** Follows a topic for a person; `refused` hears when the server will not have them. The result ends it. */
  follow(account: Account, follow: Follow, refused: () => void): () => void {
    const key = keyOf(account);
    const held = this.#held.get(key) ?? this.#open(account, key);
    held.count += 1;
    held.refused.add(refused);
    const end = held.link.follow(follow);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      end();
      held.refused.delete(refused);
      held.count -= 1;
      if (held.count > 0) return;
      held.link.close();
      if (this.#held.get(key) === held) this.#held.delete(key);
    };
  }

  /** The server's id of a person who follows something. */
  personOf(account: Account): string | undefined {
    return this.#held.get(keyOf(account))?.link.person;
  }

  close(): void {
    for (const { link } of this.#held.values()) link.close();
    this.#held.clear();
  }

  #open(account: Account, key: string): Held {
    const refused = new Set<() => void>();
    const link = new LiveLink(account, this.#deps, (reason) => {
      this.#deps.log.warn({ reason }, 'The server does not accept a supervisor whom the bot speaks for.');
      this.#held.delete(key);
      for (const hear of refused) hear();
    });
    const held: Held = { link, refused, count: 0 };
    this.#held.set(key, held);
    return held;
  }
}
