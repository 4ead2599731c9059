import {
  chatClientMessage,
  parseJson,
  PROTOCOL_VERSION,
  type ChatClientMessage,
  type ChatServerMessage,
  type CloseReason,
} from '@floorwalk/core/protocol';
import { isRefusal, refusals } from '@floorwalk/core';
import type { ChatTokens } from '../auth-port.ts';
import { Budget } from '../budget.ts';
import { frameOf, type Frame } from '../frame.ts';
import type { Limits } from '../limits.ts';
import { readMessage } from '../read-message.ts';
import type { Outlet } from '../transport.ts';
import type { Cancel, Wheel } from '../wheel.ts';
import { entriesFrame, type ChatHub, type Tab } from './chat-hub.ts';
import type { CustomerAct, CustomerAnswer, Place, PublicEntry } from './port.ts';

const BATCH = 100;

type CustomerOutlet = Pick<Outlet, 'send' | 'room' | 'close' | 'check'>;

export interface CustomerDeps {
  readonly tokens: ChatTokens;
  readonly hubOf: (tenant: string) => Promise<ChatHub>;
  /** What tokens are dated by. */
  readonly now: () => number;
  /** Milliseconds since some moment, for waits and ages. */
  readonly elapsed: () => number;
  readonly wheel: Wheel;
  readonly limits: Limits;
  readonly failed: (error: unknown) => void;
  readonly refused: (refusal: string) => void;
}

type Hello = Extract<ChatClientMessage, { type: 'hello' }>;
interface Open {
  readonly is: 'open';
  readonly hub: ChatHub;
  readonly conversation: string;
  /** When its token ends. */
  readonly expiresAt: number;
  readonly leave: () => void;
  /** Newest public offset that was sent. */
  sent: number;
  place: Place | null;
  /** The tenant's words as they were sent, and as they were looked at last. */
  words: string;
  wordsSeen: object | null;
  /** Entries came while older ones were being read. */
  behind: boolean;
  reading: boolean;
}

/** One tab of one customer: hello first, then the public plane of one conversation. */
export class CustomerClient implements Tab {
  readonly #outlet: CustomerOutlet;
  readonly #deps: CustomerDeps;
  readonly #budget: Budget;
  readonly #timers: Cancel[];
  #state: { readonly is: 'hello' } | { readonly is: 'greeting' } | Open | { readonly is: 'closed' } = { is: 'hello' };
  #inbox: ChatClientMessage[] = [];
  #refused = 0;
  #answeredAt: number;

  constructor(outlet: CustomerOutlet, deps: CustomerDeps) {
    this.#outlet = outlet;
    this.#deps = deps;
    this.#budget = new Budget(deps.limits.messages, deps.limits.messageBurst, deps.elapsed);
    this.#answeredAt = deps.elapsed();
    this.#timers = [
      deps.wheel.after(deps.limits.helloMs, () => this.#state.is === 'hello' && this.end('helloFirst')),
      deps.wheel.every(deps.limits.heartbeatMs, () => this.#beat()),
    ];
  }

  /** One text message of the client. */
  receive(text: string): void {
    if (this.#state.is === 'closed') return;
    this.#answeredAt = this.#deps.elapsed();
    const parsed = parseJson(chatClientMessage, text);
    if (!this.#budget.take()) return this.#overrun(parsed.ok ? parsed.value : undefined);
    this.#refused = 0;
    if (parsed.ok) return this.#handle(parsed.value);
    const { id } = readMessage(text);
    if (this.#state.is === 'open' && id !== undefined) this.#refuse(id, 'malformed', parsed.reason);
    else this.end('malformed');
  }

  said(entries: readonly PublicEntry[], frame: Frame): void {
    const state = this.#state;
    if (state.is !== 'open') return;
    const isNext = !state.reading && entries.every(({ offset }, index) => offset === state.sent + index + 1);
    if (!isNext) {
      state.behind = true;
      if (!state.reading) this.#catchUp(state, false).catch(this.#cannotGoOn);
      return;
    }
    state.sent += entries.length;
    this.#outlet.send(frame);
  }

  typing(frame: Frame): void {
    if (this.#state.is === 'open') this.#outlet.send(frame);
  }

  placeMoved(): void {
    const state = this.#state;
    // While a tab is told what was said, what happens elsewhere must not show in the order of what it gets (P2).
    if (state.is !== 'open' || state.reading) return;
    this.#tellWords(state);
    const place = state.hub.port.place(state.conversation);
    const isSame = place?.before === state.place?.before && place?.here === state.place?.here;
    if (isSame) return;
    state.place = place;
    if (place) this.#send({ type: 'place', before: place.before, here: place.here });
  }

  reloaded(): void {
    this.end('reloaded');
  }

  /** Closes with a code of the table. */
  end(reason: CloseReason): void {
    this.lost();
    this.#outlet.close(reason);
  }

  /** Says that the server stops, and when to come back. */
  announceStop(retryAfter: number): void {
    this.#send({ type: 'shuttingDown', retryAfter });
  }

  /** The socket has gone. */
  lost(): void {
    const state = this.#state;
    if (state.is === 'closed') return;
    for (const cancel of this.#timers) cancel();
    this.#state = { is: 'closed' };
    if (state.is === 'open') state.leave();
  }

  #handle(message: ChatClientMessage): void {
    const state = this.#state;
    if (message.type === 'pong') return;
    if (state.is === 'hello') {
      if (message.type !== 'hello') return this.end('helloFirst');
      this.#greet(message);
    } else if (state.is === 'greeting') {
      this.#inbox.push(message);
    } else if (state.is === 'open') {
      this.#serve(state, message);
    }
  }

  #greet(hello: Hello): void {
    if (hello.version !== PROTOCOL_VERSION) return this.end('unsupportedVersion');
    this.#state = { is: 'greeting' };
    this.#admit(hello).catch(this.#cannotGoOn);
  }

  /** What was said could not be read: it comes back and reads again, in place of waiting for nothing. */
  readonly #cannotGoOn = (error: unknown): void => {
    this.#deps.failed(error);
    this.end('reloaded');
  };

  async #admit(hello: Hello): Promise<void> {
    const claim = await this.#deps.tokens.verify(hello.token);
    if (this.#state.is !== 'greeting') return;
    if (isRefusal(claim)) return this.end('unauthenticated');
    const { conversation, expiresAt } = claim;
    const hub = await this.#deps.hubOf(claim.tenant);
    const head = await hub.port.head(conversation);
    if (this.#state.is !== 'greeting') return;
    if (!head) return this.end('unauthenticated');
    const epoch = hub.port.epoch(conversation);
    const resumes = hello.since?.epoch === epoch && hello.since.offset <= head.offset;
    const state: Open = {
      is: 'open',
      hub,
      conversation,
      expiresAt,
      leave: hub.join(conversation, this),
      sent: resumes ? (hello.since?.offset ?? 0) : 0,
      place: null,
      words: '{}',
      wordsSeen: null,
      behind: false,
      reading: false,
    };
    this.#state = state;
    this.#send({
      type: 'welcome',
      version: PROTOCOL_VERSION,
      epoch,
      offset: head.offset,
      now: hub.port.now(),
      heartbeat: this.#deps.limits.heartbeatMs,
      consent: head.consentDue,
    });
    this.#tellWords(state);
    await this.#catchUp(state, !resumes);
    const inbox = this.#inbox;
    this.#inbox = [];
    for (const waiting of inbox) this.#handle(waiting);
  }

  /** The words of the house for its notices, where they are others than this tab has. */
  #tellWords(state: Open): void {
    const words = state.hub.port.words();
    if (words === state.wordsSeen) return;
    state.wordsSeen = words;
    const text = JSON.stringify(words);
    if (text === state.words) return;
    state.words = text;
    this.#send({ type: 'wording', words });
  }

  /** Sends what the client lacks, read from the store until nothing is missing. */
  async #catchUp(state: Open, whole: boolean): Promise<void> {
    state.reading = true;
    let replaces = whole;
    do {
      state.behind = false;
      const missing = await state.hub.port.read(state.conversation, state.sent);
      for (let from = 0; from < missing.length || replaces; from += BATCH) {
        const batch = missing.slice(from, from + BATCH);
        if (!(await this.#outlet.room()) || this.#state !== state) return;
        state.sent = batch.at(-1)?.offset ?? state.sent;
        this.#outlet.send(entriesFrame(batch, replaces));
        replaces = false;
      }
    } while (state.behind);
    state.reading = false;
    this.placeMoved();
  }

  #serve(state: Open, message: Exclude<ChatClientMessage, { type: 'pong' }>): void {
    switch (message.type) {
      case 'hello':
        return this.end('malformed');
      case 'typing':
        return this.#act(state, { type: 'typing' });
      case 'seen':
        return this.#act(state, { type: 'seen', notice: message.notice });
      case 'say':
        return this.#act(state, { type: 'say', id: message.id, text: message.text }, message.id);
      case 'consent':
        return this.#act(state, { type: 'consent' }, message.id);
      case 'end':
        return this.#act(state, { type: 'end' }, message.id);
    }
  }

  #act(state: Open, act: CustomerAct, id?: string): void {
    state.hub.port
      .act(state.conversation, act)
      .catch((error: unknown): CustomerAnswer => {
        this.#deps.failed(error);
        return { ok: false, refusal: 'busy', detail: refusals.busy };
      })
      .then((answer) => (id === undefined ? undefined : this.#answer(state, id, answer)))
      .catch(this.#deps.failed);
  }

  async #answer(state: Open, id: string, answer: CustomerAnswer): Promise<void> {
    if (!answer.ok) return this.#refuse(id, answer.refusal, answer.detail);
    if (!('movedTo' in answer)) return this.#send({ type: 'accepted', id });
    const token = await this.#deps.tokens.sign({ tenant: state.hub.port.tenant, conversation: answer.movedTo });
    this.#send({ type: 'moved', id, token });
  }

  #beat(): void {
    this.#outlet.check();
    const state = this.#state;
    if (state.is !== 'open') return;
    if (this.#deps.elapsed() - this.#answeredAt > this.#deps.limits.pongMs) return this.end('noAnswer');
    if (this.#deps.now() >= state.expiresAt) return this.end('tokenExpired');
    this.#send({ type: 'heartbeat', now: state.hub.port.now(), offset: state.sent });
  }

  #overrun(message: ChatClientMessage | undefined): void {
    this.#refused += 1;
    if (this.#refused > this.#deps.limits.patience) this.end('tooMany');
    else if (message && 'id' in message && this.#state.is === 'open')
      this.#refuse(message.id, 'tooManyRequests', refusals.tooManyRequests);
  }

  #refuse(id: string, refusal: string, detail: string): void {
    this.#deps.refused(refusal);
    this.#send({ type: 'refused', id, refusal, detail });
  }

  #send(message: ChatServerMessage): void {
    this.#outlet.send(frameOf(JSON.stringify(message)));
  }
}
