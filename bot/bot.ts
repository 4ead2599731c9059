import { createHash } from 'node:crypto';
import type { Clock } from './clock.ts';
import { Clicks, type Answer } from './commands/clicks.ts';
import type { Desk } from './commands/desk.ts';
import { readClick, type Click } from './commands/read-click.ts';
import { isTyped, readText } from './commands/read-text.ts';
import { accountOf, type Account } from './floor/person.ts';
import type { Logger } from './log.ts';
import type { Watches } from './mirror/watches.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { People } from './people/people.ts';
import type { BotStore } from './store/store.ts';
import { placeOf, tenantOf, type InboundActivity, type Place } from './transport/activity.ts';
import type { Reply } from './transport/transport.ts';
import { wordsOf } from './words/index.ts';

export interface BotDeps {
  readonly store: BotStore;
  readonly people: People;
  readonly outbox: Outbox;
  readonly watches: Watches;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Activities are known by their id for this long; Teams repeats one that was not answered within a minute. */
const KNOWN_MS = 10 * 60_000;
/** Teams shows longer words as an attachment. */
const LONGEST_SENTENCE = 1_000;

/** What the bot does with activities whose sender the service has authenticated. */
export class Bot {
  readonly #deps: BotDeps;
  readonly #clicks: Clicks;
  readonly #underWay = new Set<string>();

  constructor(deps: BotDeps) {
    this.#deps = deps;
    this.#clicks = new Clicks({
      store: deps.store,
      clock: deps.clock,
      words: (account) => deps.people.words(account),
      carryOut: (account, key, click) => this.#clicked(account, key, click),
    });
    deps.outbox.onGone((place) => {
      deps.watches.gone(place).catch((err: unknown) => deps.log.error({ err }, 'A place could not be forgotten.'));
    });
  }

  /** Forgets the answers to cards that do nothing any more. */
  prune(): Promise<void> {
    return this.#clicks.prune();
  }

  /** Handles one activity, however often it is delivered. */
  async handle(activity: InboundActivity): Promise<Reply | null> {
    if (activity.type === 'invoke') return this.#invoke(activity);
    const name = `${tenantOf(activity)} ${activity.conversation.id} ${activity.id ?? ''}`;
    if (activity.id === undefined) return this.#hear(activity, name);
    if (this.#underWay.has(name) || (await this.#deps.store.knows(name))) return null;
    this.#underWay.add(name);
    try {
      await this.#hear(activity, name);
      // Noted after it was handled: whoever crashes before that is told again, and every act has a name of its own.
      await this.#deps.store.once(name, KNOWN_MS);
    } finally {
      this.#underWay.delete(name);
    }
    return null;
  }

  async #hear(activity: InboundActivity, name: string): Promise<null> {
    const place = placeOf(activity);
    switch (activity.type) {
      case 'message':
        await this.#message(activity, place, name);
        break;
      case 'messageUpdate':
      case 'messageDelete':
        if (place.isPersonal) await this.#deps.outbox.lines(place, [wordsOf(activity.locale).say.edited]);
        break;
      case 'installationUpdate':
        if (activity.action === 'remove') await this.#deps.watches.gone(place);
        else await this.#remember(activity, place);
        break;
      case 'conversationUpdate':
        await this.#remember(activity, place);
        break;
      default:
        break;
    }
    return null;
  }

  async #message(activity: InboundActivity, place: Place, name: string): Promise<void> {
    const { outbox, desk, people } = this.#deps;
    const account = accountOf(activity);
    if (!account) return outbox.lines(place, [wordsOf(activity.locale).say.unknownUser]);
    if (!place.isPersonal) return outbox.lines(place, [await this.#inGroup(account, activity, place)]);
    await this.#remember(activity, place);
    const { say, typed } = people.words(account);
    const key = createHash('sha256').update(name).digest('base64url');
    const submitted = activity.value === undefined ? null : readClick({ action: fromSubmit(activity.value) });
    if (submitted) {
      const answer = await this.#clicks.answer(account, submitted, () => undefined);
      return 'card' in answer ? outbox.card(place, answer.card, say.failed) : outbox.lines(place, [answer.text]);
    }
    const text = withoutMention(activity.text ?? '').trim();
    if (text === '') return outbox.lines(place, [say.noText]);
    const record = people.get(account);
    const ask = readText(text, record, typed);
    if ('unclear' in ask) {
      const { watching } = record;
      const words =
        ask.unclear === 'notUnderstood'
          ? watching
            ? say.watchingOnly(watching.name)
            : say.notWatching
          : say[ask.unclear];
      return outbox.lines(place, [words]);
    }
    const shown = await desk.carryOut({ account, key }, ask);
    if (!shown) return;
    const summary = shown.summary.slice(0, LONGEST_SENTENCE);
    if (shown.isSentence) await outbox.lines(place, [summary]);
    else await outbox.card(place, shown.card, summary);
  }

  /** Others read there: nothing is shown but where alerts go. */
  #inGroup(account: Account, activity: InboundActivity, place: Place): Promise<string> {
    const [first = '', ...words] = withoutMention(activity.text ?? '')
      .trim()
      .toLowerCase()
      .split(/\s+/u);
    return isTyped('alerts', first.replace(/^\//u, ''), wordsOf(activity.locale).typed)
      ? this.#deps.desk.alertsHere(account, words.join(' '), place)
      : Promise.resolve(wordsOf(activity.locale).say.personalOnly);
  }

  async #invoke(activity: InboundActivity): Promise<Reply> {
    const account = accountOf(activity);
    if (activity.name === 'application/search') return this.#search(account, activity.value);
    if (dialogs.includes(activity.name ?? '')) return this.#dialog(account, activity);
    if (activity.name !== 'adaptiveCard/action') return { status: 501 };
    const { say } = account ? this.#deps.people.words(account) : wordsOf(activity.locale);
    if (!account) return message(say.unknownUser);
    const click = readClick(activity.value);
    if (!click) return message(say.oldCard);
    const place = placeOf(activity);
    if (!place.isPersonal) return message(await this.#clickedInGroup(account, click));
    await this.#remember(activity, place);
    const { replyToId } = activity;
    const answer = await this.#clicks.answer(account, click, (late) => {
      const { outbox, log } = this.#deps;
      const shown =
        'card' in late && replyToId !== undefined
          ? outbox.edit(place, replyToId, late.card)
          : outbox.lines(place, ['text' in late ? late.text : say.failed]);
      shown.catch((err: unknown) => log.error({ err }, 'A late answer could not be shown.'));
    });
    if ('text' in answer) return message(answer.text);
    const { card: value } = answer;
    return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value } };
  }

  /** In a group everybody sees what a card shows, and anybody can click it: what comes of it is for who clicked. */
  async #clickedInGroup(account: Account, click: Click): Promise<string> {
    const { say } = this.#deps.people.words(account);
    if (!this.#deps.people.get(account).place) return say.personalOnly;
    const answer = await this.#clicks.answer(account, { ...click, keepsCard: true }, () => undefined);
    return 'text' in answer && answer.text === say.oldCard ? answer.text : say.inPersonal;
  }

  async #search(account: Account | undefined, asked: unknown): Promise<Reply> {
    const results = account ? await this.#deps.desk.search(account, asked) : [];
    return { status: 200, body: { type: 'application/vnd.microsoft.search.searchResponse', value: { results } } };
  }

  /** A dialog is seen by who opened it only, so that it may be opened anywhere. */
  async #dialog(account: Account | undefined, { value: asked, locale }: InboundActivity): Promise<Reply> {
    const step = account
      ? await this.#deps.desk.dialog({ account, key: 'dialog' }, asked)
      : { text: wordsOf(locale).say.unknownUser };
    if ('text' in step) return { status: 200, body: { task: { type: 'message', value: step.text } } };
    const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: step.card };
    const value = { title: step.title, height: 'medium', width: 'medium', card };
    return { status: 200, body: { task: { type: 'continue', value } } };
  }

  /** Done once for each click: what it opens beside a card that keeps its place is put there by this. */
  async #clicked(account: Account, key: string, click: Click): Promise<Answer> {
    const { desk, outbox, people } = this.#deps;
    const shown =
      (await desk.carryOut({ account, key }, click.ask)) ?? desk.say(account, people.words(account).say.done);
    const { place } = people.get(account);
    if (!click.keepsCard || !place) return { card: shown.card };
    const summary = shown.summary.slice(0, LONGEST_SENTENCE);
    if (shown.isSentence) await outbox.lines(place, [summary]);
    else await outbox.card(place, shown.card, summary);
    return { text: summary };
  }

  /** Where somebody is reached changes with the region that serves them, so that each activity renews it. */
  async #remember(activity: InboundActivity, place: Place): Promise<void> {
    const account = accountOf(activity);
    if (!account || !place.isPersonal) return;
    const before = this.#deps.people.get(account);
    const locale = activity.locale ?? before.locale;
    const zone = activity.localTimezone ?? before.zone;
    if (JSON.stringify([before.place, before.locale, before.zone]) === JSON.stringify([place, locale, zone])) return;
    await this.#deps.people.save(account, { place, locale, zone });
  }
}

/** Opening and submitting a dialog, from a button and as an action of the message box. */
const dialogs = ['task/fetch', 'task/submit', 'composeExtension/fetchTask', 'composeExtension/submitAction'];

const message = (value: string): Reply => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value },
});

/** The bot's own name in front of what is said to it. */
const withoutMention = (text: string): string => text.replace(/<at\b[^>]*>[^<]*<\/at>/giu, ' ');

/** A client that does not know universal actions submits the data alone, with the verb in it. */
function fromSubmit(value: unknown): unknown {
  const { verb, ...data } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return { verb, data };
}
