import {
  isShutOut,
  type ChatClientMessage,
  type ChatEntry,
  type ChatServerMessage,
} from '@floorwalk/core/protocol/customer';
import { messageId } from '../message/message-id.ts';
import { useWording } from '../strings/customer/wording.ts';
import { ChatLine } from './chat-line.ts';
import { ChatLog, type Place } from './chat-log.ts';
import type { OpenSocket } from './chat-socket.ts';
import type { KeptChat } from './kept-chat.ts';
import { openChat, type ChatOpening, type Opened } from './open-chat.ts';
import { Outbox, type OwnText } from './outbox.ts';
import { WishToEnd, type Ending } from './wish-to-end.ts';

export interface ChatClientOptions {
  readonly server: string;
  readonly kept: KeptChat;
  readonly openSocket?: OpenSocket;
}

export type ChatState = 'idle' | 'connecting' | 'live' | 'lost' | 'ended' | 'refused';

/**
 * One customer's conversation: goes on where it stopped, sends what was written without a connection, never sends a text
 * twice, and goes along when another tab begins a new one. Tells with `change` that something is new.
 */
export class ChatClient extends EventTarget {
  readonly #server: string;
  readonly #kept: KeptChat;
  readonly #line: ChatLine;
  readonly #log = new ChatLog();
  readonly #outbox: Outbox;
  readonly #wish: WishToEnd;
  readonly #seen = new Set<string>();
  readonly #following = new AbortController();
  #state: ChatState = 'idle';
  #token: string | undefined;
  /** The key of an opening whose answer has not come. */
  #opening: string | undefined;
  #mustConsent = false;
  /** The newest entry to come before anything is sent: a text may be among them that was stored and never answered. */
  #awaits: number | undefined;

  constructor({ server, kept, openSocket }: ChatClientOptions) {
    super();
    this.#server = server;
    this.#kept = kept;
    const changed = this.#changed.bind(this);
    this.#outbox = new Outbox(kept, (id, text) => this.#sendOwn({ type: 'say', id, text }), changed);
    this.#wish = new WishToEnd(kept, (id) => this.#sendOwn({ type: 'end', id }), changed);
    this.#line = new ChatLine(server, openSocket, {
      hello: () => this.#hello(),
      heard: (message) => this.#hear(message),
      lost: () => this.#lost(),
      refused: (code) => this.#refused(code),
    });
    kept.follow(() => this.#goAlong(), this.#following.signal);
  }

  get state(): ChatState {
    return this.#state;
  }
  /** The server does not take this page as it is; a reload goes on where this stopped. */
  get mustReload(): boolean {
    return this.#state === 'refused' && this.#kept.read() !== undefined;
  }
  /** The lines so far, oldest first. */
  get entries(): readonly ChatEntry[] {
    return this.#log.entries;
  }
  /** What the customer wrote and the server does not have yet. */
  get own(): readonly OwnText[] {
    return this.#outbox.texts;
  }
  /** Who has the conversation now. */
  get agent(): string | undefined {
    return this.#log.agent;
  }
  /** Where the customer stands in the queue; undefined where they do not wait. */
  get place(): Place | undefined {
    return this.#log.place;
  }
  /** Whether the customer must agree before anybody may monitor (N3). */
  get mustConsent(): boolean {
    return this.#mustConsent;
  }
  /** How the wish to end is doing. */
  get ending(): Ending {
    return this.#wish.state;
  }
  typingName(now = Date.now()): string | undefined {
    return this.#log.typingName(now);
  }

  /** Goes on with the conversation that this device kept; answers whether there is one. */
  resume(): boolean {
    if (this.#kept.read() === undefined) return false;
    if (this.#state === 'idle') this.#connect();
    return true;
  }

  /** Opens a new conversation; what is written meanwhile goes into it. */
  async open(opening: ChatOpening): Promise<Opened> {
    this.#turnPage();
    this.#set('connecting');
    const key = (this.#opening ??= messageId());
    const opened = await openChat(this.#server, opening, key);
    // What was refused was not opened; of what got no answer nobody knows.
    if (opened.ok || opened.refusal !== '') this.#opening = undefined;
    if (opened.ok) {
      this.#kept.write(opened.token);
      this.#connect();
    } else this.#set('idle');
    return opened;
  }

  /** Sends a text, or keeps it until there is a connection. */
  say(text: string, id?: string): void {
    this.#outbox.say(text, id);
  }
  /** Sends a failed text again under its own id, which stores it once. */
  retry(id: string): void {
    this.#outbox.retry(id);
  }
  /** Connects at once where a connection was to be tried later: the device says that it is online again. */
  retryNow(): void {
    if (this.#state === 'lost' && !this.#line.isUp) this.#line.connect();
  }
  typing(): void {
    this.#line.send({ type: 'typing' });
  }
  /** A notice has been on the customer's screen (N2). */
  seen(notice: string): void {
    if (!this.#seen.has(notice) && this.#line.send({ type: 'seen', notice })) this.#seen.add(notice);
  }
  /** The customer agrees; without a connection they are asked again. */
  consent(): void {
    if (!this.#line.send({ type: 'consent', id: messageId() })) return;
    this.#mustConsent = false;
    this.#changed();
  }
  /** Ends the conversation, as soon as that is possible. */
  end(): void {
    this.#wish.wish();
  }
  /** Takes a wish to end back that could not be done yet. */
  goOn(): void {
    this.#wish.forget();
    this.#changed();
  }
  /** Forgets the conversation, so that another one can begin. */
  startNew(): void {
    this.#hangUp();
    this.#outbox.clear();
    this.#wish.forget();
    this.#kept.forget();
    this.#turnPage();
    this.#set('idle');
  }
  close(): void {
    this.#following.abort();
    this.#wish.close();
    this.#hangUp();
  }

  #connect(): void {
    this.#token = this.#kept.read();
    if (this.#state !== 'lost') this.#set('connecting');
    this.#line.connect();
  }
  #hangUp(): void {
    this.#outbox.hold();
    this.#line.close();
  }
  #hello() {
    const [token, since] = [this.#kept.read(), this.#log.since];
    return token === undefined ? undefined : { token, ...(since && { since }) };
  }

  /** Another tab has begun a conversation: this one shows it too. */
  #goAlong(): void {
    const token = this.#kept.read();
    if (token === undefined || token === this.#token) return;
    this.#hangUp();
    this.#turnPage();
    this.#connect();
  }

  #lost(): void {
    this.#outbox.hold();
    this.#wish.hold();
    // What has ended stays as it is; nothing comes back for it.
    if (this.#state === 'ended') this.#line.close();
    else this.#set('lost');
  }
  #refused(code: number): void {
    this.#outbox.hold();
    if (this.#state === 'ended') return;
    // Only a token that is not accepted any more leaves nothing to go on with; else a reload finds the conversation.
    if (isShutOut(code)) this.#kept.forget();
    this.#set('refused');
  }

  #hear(message: ChatServerMessage): void {
    switch (message.type) {
      case 'welcome':
        this.#awaits = this.#log.reaches(message) ? undefined : message.offset;
        this.#log.epoch = message.epoch;
        this.#mustConsent = message.consent;
        if (this.#state !== 'ended') this.#state = 'live';
        this.#deliver();
        break;
      case 'wording':
        useWording(message.words);
        break;
      case 'entries':
        this.#take(message.entries, message.whole);
        break;
      case 'place':
        this.#log.place = message;
        break;
      case 'typing':
        this.#log.typed(message.name);
        break;
      case 'moved':
        // The old conversation was over: the text opened a new one, which goes on here.
        this.#kept.write(message.token);
        this.#outbox.arrived(message.id);
        this.#wish.forget();
        this.#hangUp();
        this.#turnPage();
        this.#connect();
        break;
      case 'accepted':
        this.#outbox.accepted(message.id);
        break;
      case 'refused':
        this.#outbox.refused(message.id);
        this.#wish.refused(message.id);
        break;
      default:
        return;
    }
    this.#changed();
  }

  /** Sends what was kept, once this page has everything that was said. */
  #deliver(): void {
    if (this.#awaits !== undefined) return;
    this.#outbox.deliver();
    this.#wish.try();
  }
  #sendOwn(message: ChatClientMessage): boolean {
    return this.#awaits === undefined && this.#line.send(message);
  }

  #take(entries: readonly ChatEntry[], whole: boolean): void {
    this.#log.take(entries, whole);
    for (const entry of entries) if (entry.type === 'message') this.#outbox.arrived(entry.id);
    if (this.#awaits !== undefined && this.#log.offset >= this.#awaits) {
      this.#awaits = undefined;
      this.#deliver();
    }
    if (!this.#log.hasEnded) return;
    this.#state = 'ended';
    this.#wish.forget();
  }

  #turnPage(): void {
    this.#log.clear();
    this.#seen.clear();
  }
  #set(state: ChatState): void {
    this.#state = state;
    this.#changed();
  }
  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
