import { createHash } from 'node:crypto';
import { noteCard } from '../cards/note-card.ts';
import type { Clock } from '../clock.ts';
import type { Account } from '../floor/person.ts';
import { keyOf } from '../people/people.ts';
import type { BotStore } from '../store/store.ts';
import type { CardJson } from '../transport/activity.ts';
import { sentences } from '../words/sentences.ts';
import type { Ask } from './ask.ts';
import type { Click } from './read-click.ts';

/** A card that is older than this does nothing: what it shows is long not so. */
const CARD_LIVES_MS = 24 * 60 * 60_000;
/** Teams shows an error after 15 s and sends the click again; a slower act is finished later. */
const ANSWER_WITHIN_MS = 4_000;

interface Kept {
  readonly card: CardJson;
  readonly at: number;
}

export interface ClicksDeps {
  readonly store: BotStore;
  readonly clock: Clock;
  /** Carries out an ask under a key; the card to show. */
  readonly carryOut: (account: Account, key: string, ask: Ask) => Promise<CardJson>;
}

/** Answers clicks on cards: each once however often it arrives, and in time. */
export class Clicks {
  readonly #deps: ClicksDeps;
  readonly #underWay = new Map<string, Promise<CardJson>>();

  constructor(deps: ClicksDeps) {
    this.#deps = deps;
  }

  /** Forgets the answers to cards that do nothing any more. */
  async open(): Promise<void> {
    const oldest = this.#deps.clock.now() - CARD_LIVES_MS;
    const old = (await this.#deps.store.all('answer')).filter(([, value]) => (value as Kept).at < oldest);
    await this.#deps.store.write(old.map(([key]) => ({ kind: 'answer', key, value: null })));
  }

  /** The card that answers a click; `later` gets the final one where the answer could not wait for it. */
  async answer(account: Account, click: Click, later: (card: CardJson) => void): Promise<CardJson> {
    const { clock, store } = this.#deps;
    const stamp = { nonce: click.nonce, at: clock.now(), rtl: false };
    if (!(clock.now() - click.at < CARD_LIVES_MS)) return noteCard(stamp, sentences.oldCard, { bad: true });
    const key = actKey(account, click);
    const kept = (await store.get('answer', key)) as Kept | undefined;
    if (kept) return kept.card;
    const running = this.#underWay.get(key) ?? this.#run(account, key, click.ask);
    const { promise: late, resolve } = Promise.withResolvers<null>();
    const cancel = clock.after(ANSWER_WITHIN_MS, () => resolve(null));
    const card = await Promise.race([running, late]);
    cancel();
    if (card) return card;
    void running.then(later, () => later(noteCard(stamp, sentences.failed, { bad: true })));
    return noteCard(stamp, sentences.working);
  }

  #run(account: Account, key: string, ask: Ask): Promise<CardJson> {
    const { carryOut, clock, store } = this.#deps;
    const running = carryOut(account, key, ask)
      .then(async (card) => {
        await store.write([{ kind: 'answer', key, value: { card, at: clock.now() } satisfies Kept }]);
        return card;
      })
      .finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, running);
    return running;
  }
}

/** The name of one act: who, on which card, doing what with what they had typed. */
export const actKey = (account: Account, { nonce, ask }: Click): string =>
  createHash('sha256')
    .update(JSON.stringify([keyOf(account), nonce, ask]))
    .digest('base64url');
