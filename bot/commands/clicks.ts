import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Account } from '../floor/person.ts';
import { keyOf } from '../people/people.ts';
import type { BotStore } from '../store/store.ts';
import type { CardJson } from '../transport/activity.ts';
import type { Words } from '../words/index.ts';
import type { Click } from './read-click.ts';

/** A card that is older than this does nothing: what it shows is long not so. */
const CARD_LIVES_MS = 24 * 60 * 60_000;
/** Teams shows an error after 15 s and sends the click again; a slower act is finished later. */
const ANSWER_WITHIN_MS = 4_000;

/** What a click shows: the card in place of the one that was clicked, or a sentence beside it. */
export type Answer = { readonly card: CardJson } | { readonly text: string };

interface Kept {
  readonly answer: Answer;
  readonly at: number;
}

export interface ClicksDeps {
  readonly store: BotStore;
  readonly clock: Clock;
  readonly words: (account: Account) => Words;
  /** Carries out what was clicked under a key. */
  readonly carryOut: (account: Account, key: string, click: Click) => Promise<Answer>;
}

/** Answers clicks on cards: each once however often it arrives, and in time. */
export class Clicks {
  readonly #deps: ClicksDeps;
  readonly #underWay = new Map<string, Promise<Answer>>();

  constructor(deps: ClicksDeps) {
    this.#deps = deps;
  }

  /** Forgets the answers to cards that do nothing any more. */
  async prune(): Promise<void> {
    const oldest = this.#deps.clock.now() - CARD_LIVES_MS;
    const old = (await this.#deps.store.all('answer')).filter(([, value]) => (value as Kept).at < oldest);
    if (old.length > 0) await this.#deps.store.write(old.map(([key]) => ({ kind: 'answer', key, value: null })));
  }

  /** What answers a click; `later` gets it where that could not wait. */
  async answer(account: Account, click: Click, later: (answer: Answer) => void): Promise<Answer> {
    const { clock, store, words } = this.#deps;
    const { say } = words(account);
    if (!(clock.now() - click.at < CARD_LIVES_MS)) return { text: say.oldCard };
    const key = actKey(account, click);
    const kept = (await store.get('answer', key)) as Kept | undefined;
    if (kept) return kept.answer;
    const running = this.#underWay.get(key) ?? this.#run(account, key, click);
    const { promise: late, resolve } = Promise.withResolvers<null>();
    const cancel = clock.after(ANSWER_WITHIN_MS, () => resolve(null));
    const answer = await Promise.race([running, late]).finally(cancel);
    if (answer) return answer;
    void running.then(later, () => later({ text: say.failed }));
    return { text: say.working };
  }

  #run(account: Account, key: string, click: Click): Promise<Answer> {
    const { carryOut, clock, store } = this.#deps;
    const running = carryOut(account, key, click)
      .then(async (answer) => {
        await store.write([{ kind: 'answer', key, value: { answer, at: clock.now() } satisfies Kept }]);
        return answer;
      })
      .finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, running);
    return running;
  }
}

/** The name of one act: who, on which card, doing what with what they had typed. */
const actKey = (account: Account, { nonce, ask }: Click): string =>
  createHash('sha256')
    .update(JSON.stringify([keyOf(account), nonce, ask]))
    .digest('base64url');
