import { createHash, randomUUID } from 'node:crypto';
import { MAX_TEXT } from '@floorwalk/core/conversation';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { placeOf, type InboundActivity } from '../transport/activity.ts';
import type { Reply } from '../transport/transport.ts';
import { customerWords } from '../words/customer/index.ts';
import type { Heard, Inbox } from './inbox.ts';
import type { CustomerLinks } from './links.ts';
import type { PublicClient } from './public-client.ts';
import type { Routes } from './routes.ts';

export interface CustomersDeps {
  readonly routes: Routes;
  readonly links: CustomerLinks;
  readonly client: PublicClient;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Channels on which a page or a sender says who it is and nobody checks it, so that nobody is found by that (P1). */
const UNVOUCHED = ['webchat', 'directline', 'directlinespeech', 'email'];
/** A sign that somebody types is shown for longer than this. */
const TYPING_EVERY_MS = 2_000;
/** Refusals after which the same will be refused again: saying it is over. */
const NEVER = ['malformed', 'tooLarge', 'identifierReused', 'heldByBot'];

/** Customers of the channels that the service connects: what they do goes to the server as any customer's. */
export class Customers {
  readonly #deps: CustomersDeps;
  readonly inbox: Inbox;
  /** Who typed in the last moment, oldest first. */
  readonly #typedAt = new Map<string, number>();

  constructor(deps: CustomersDeps, inbox: (pass: (heard: Heard) => Promise<boolean>) => Inbox) {
    this.#deps = deps;
    this.inbox = inbox((heard) => this.#pass(heard));
  }

  /** Whether customers arrive over this channel. */
  takes(channel: string): boolean {
    return this.#deps.routes.has(channel);
  }

  /** Resolves once what the customer did is stored; whatever the server or the service answers then, it is not lost. */
  async handle(activity: InboundActivity): Promise<Reply | null> {
    switch (activity.type) {
      case 'message':
        await this.#message(activity);
        break;
      case 'messageUpdate':
      case 'messageDelete':
        await this.#answer(activity, customerWords(activity.locale).unchanged);
        break;
      case 'endOfConversation':
        await this.inbox.put([{ ...this.#base(activity), what: { is: 'end', id: idOf(activity) } }]);
        break;
      case 'typing':
        this.#typing(activity);
        break;
      case 'invoke':
        return { status: 501 };
      default:
        break;
    }
    return null;
  }

  async #message(activity: InboundActivity): Promise<void> {
    const { attachments = [] } = activity;
    const text = (activity.text ?? '').toWellFormed();
    const words = customerWords(activity.locale);
    if (text.trim() !== '') {
      const id = idOf(activity);
      await this.inbox.put(
        piecesOf(text).map((piece, i) => ({
          ...this.#base(activity),
          what: { is: 'text', id: i === 0 ? id : `${id}-${i + 1}`, text: piece },
        })),
      );
    }
    if (attachments.length > 0) await this.#answer(activity, words.noFiles);
    else if (text.trim() === '') await this.#answer(activity, words.noText);
  }

  #typing(activity: InboundActivity): void {
    const link = this.#deps.links.of(keyOf(activity));
    if (!link || this.#hasJustTyped(link.conversation)) return;
    const failed = (err: unknown): void => this.#deps.log.warn({ err }, 'A typing sign was not passed on.');
    this.#deps.client.typing(link.conversation).catch(failed);
  }

  /** Whether this was passed on a moment ago: all customers share one key's allowance at the server. */
  #hasJustTyped(conversation: string): boolean {
    const now = this.#deps.clock.now();
    for (const [typed, at] of this.#typedAt) {
      if (now - at < TYPING_EVERY_MS) break;
      this.#typedAt.delete(typed);
    }
    if (this.#typedAt.has(conversation)) return true;
    this.#typedAt.set(conversation, now);
    return false;
  }

  #base(activity: InboundActivity): Omit<Heard, 'key' | 'what'> {
    const { channelId, from, locale } = activity;
    return {
      from: keyOf(activity),
      place: placeOf(activity),
      locale: locale ?? null,
      name: (from.name ?? '').trim().slice(0, 200),
      person: UNVOUCHED.includes(channelId) ? null : personOf(channelId, from.id),
      at: this.#deps.clock.now(),
    };
  }

  /** The bot's own word, which is no part of the conversation. */
  #answer(activity: InboundActivity, text: string): Promise<void> {
    return this.#deps.outbox.lines(placeOf(activity), [text]);
  }

  /** Opens a conversation where there is none, and says or ends it; false: to be tried again. */
  async #pass(heard: Heard): Promise<boolean> {
    const { client, links } = this.#deps;
    const { what } = heard;
    const link = await this.#linked(heard);
    if (!link) return what.is === 'end';
    if (what.is === 'end') {
      const ended = await client.end(link.conversation, what.id);
      // Whoever waits to be taken up again, or is gone already, has nothing to end.
      return ended.ok || ended.refusal.refusal !== 'busy';
    }
    const said = await client.say(link.conversation, what.id, what.text);
    if (said.ok) {
      const conversation = said.value.movedTo ?? link.conversation;
      // A delivery may have shown already that it goes on elsewhere.
      const now = links.of(heard.from) ?? link;
      if (conversation !== now.conversation) await links.save({ ...now, conversation, upTo: 0 });
      return true;
    }
    const { refusal } = said.refusal;
    if (NEVER.includes(refusal)) return this.#dropped(heard, refusal);
    this.#deps.log.warn({ refusal }, 'The server did not take what a customer said; it is tried again.');
    if (refusal === 'unknownConversation') await links.save({ ...link, conversation: '', upTo: 0 });
    return false;
  }

  async #dropped({ place, locale }: Heard, refusal: string): Promise<boolean> {
    this.#deps.log.error({ refusal }, 'The server will not take what a customer did.');
    await this.#deps.outbox.lines(place, [customerWords(locale ?? undefined).notTaken]);
    return true;
  }

  /** The link as it is now, its conversation opened; null where that is not possible or not worth it. */
  async #linked({ from, place, locale, name, person, at, what, key }: Heard) {
    const { links, routes, client, log } = this.#deps;
    const known = links.of(from);
    const fresh = { key: from, place, locale: locale ?? known?.locale ?? null, at };
    if (known && known.conversation !== '') {
      const now = { ...known, ...fresh };
      if (JSON.stringify(now) !== JSON.stringify(known)) await links.save(now);
      return now;
    }
    const route = routes.get(place.channel);
    if (!route || what.is === 'end') return null;
    // Known before it is opened, so that no delivery comes for a conversation that nobody knows.
    const conversation = `ch-${hashOf(`${from} ${key}`)}`;
    const opening = { ...fresh, conversation, upTo: 0 };
    await links.save(opening);
    const customer = {
      name: name === '' ? customerWords(locale ?? undefined).visitor : name,
      ...(person !== null && { id: person }),
      ...(locale !== null && { locale: locale.slice(0, 35) }),
    };
    const opened = await client.open(conversation, route, customer);
    if (opened.ok || opened.refusal.refusal === 'identifierReused') return opening;
    log.error({ refusal: opened.refusal.refusal }, 'A customer’s conversation could not be opened; it is tried again.');
    await links.save({ ...opening, conversation: '' });
    return null;
  }
}

/** One channel conversation's name; by it a customer who comes back is known. */
const keyOf = ({ channelId, conversation }: InboundActivity): string => `${channelId} ${conversation.id}`;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 40);

/** The same act has the same id however often the channel delivers it (P4). */
const idOf = (activity: InboundActivity): string =>
  activity.id === undefined ? randomUUID() : hashOf(`${keyOf(activity)} ${activity.id}`);

/** A sender's name at the channel, where it can stand in an id of ours. */
const personOf = (channel: string, sender: string): string =>
  /^[A-Za-z0-9._:@+-]{1,100}$/u.test(sender)
    ? `${channel}:${sender.replace(/\+/gu, '')}`
    : `${channel}:${hashOf(sender)}`;

/** Nothing is cut off: what is too long for one message is several. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let rest = text; rest !== '';) {
    const isCut = rest.length > MAX_TEXT;
    // Not between the halves of one character.
    const end = isCut && /[\uD800-\uDBFF]/u.test(rest.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
    const piece = rest.slice(0, end);
    if (piece.trim() !== '') pieces.push(piece);
    rest = rest.slice(end);
  }
  return pieces;
}
