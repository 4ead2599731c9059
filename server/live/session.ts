import { isDeepStrictEqual } from 'node:util';
import { isRefusal, refuse, type Plane, type Refusal } from '@floorwalk/core';
import type { Author } from '@floorwalk/core/conversation';
import {
  clientMessage,
  parse,
  PROTOCOL_VERSION,
  type ClientMessage,
  type CloseReason,
  type ServerMessage,
} from '@floorwalk/core/protocol';
import type { Tenant } from '../engine/engine.ts';
import type { PersonActor } from './auth-port.ts';
import { Budget } from './budget.ts';
import { connectDesk, isConnected } from './desk-connection.ts';
import { frameOf } from './frame.ts';
import type { Member } from './hub.ts';
import { readMessage } from './read-message.ts';
import { runCommand } from './run-command.ts';
import type { Open, SessionDeps } from './session-state.ts';
import { Subscriptions } from './subscriptions.ts';
import type { Closing, Listener } from './topics/topic.ts';
import type { Outlet } from './transport.ts';
import type { Turns } from './turns.ts';
import { sendTyping } from './typing.ts';
import { whyTurnedAway } from './why-turned-away.ts';
import type { Wheel } from './wheel.ts';

/** One staff client: hello first, then subscriptions and commands, then closing. */
export class StaffClient implements Member, Listener {
  readonly connection: string;
  readonly outlet: Outlet;
  readonly wheel: Wheel;
  readonly turns: Turns;
  readonly #deps: SessionDeps;
  readonly #budget: Budget;
  readonly #subscriptions: Subscriptions;
  #state: { readonly is: 'hello' } | { readonly is: 'greeting' } | Open | { readonly is: 'closed' } = { is: 'hello' };
  /** What came while the token was being checked. */
  #inbox: ClientMessage[] | undefined;
  #refused = 0;
  #answeredAt: number;
  readonly #helloBy: number;
  #beatAt: number;

  constructor(connection: string, outlet: Outlet, deps: SessionDeps) {
    this.connection = connection;
    this.outlet = outlet;
    this.wheel = deps.wheel;
    this.turns = deps.turns;
    this.#deps = deps;
    this.#budget = new Budget(deps.limits.messages, deps.limits.messageBurst, deps.elapsed);
    this.#answeredAt = deps.elapsed();
    this.#helloBy = this.#answeredAt + deps.limits.helloMs;
    this.#beatAt = this.#answeredAt + deps.limits.heartbeatMs;
    this.#subscriptions = new Subscriptions(this, deps.limits.subscriptions);
  }

  get tenant(): Tenant {
    return this.#open().hub.tenant;
  }
  get actor(): PersonActor {
    return this.#open().actor;
  }

  /** One text message of the client. */
  receive(text: string): void {
    if (this.#state.is === 'closed') return;
    this.#answeredAt = this.#deps.elapsed();
    const { value, id } = readMessage(text);
    if (!this.#budget.take()) return this.#overrun(id);
    this.#refused = 0;
    const parsed = parse(clientMessage, value);
    if (!parsed.ok) {
      // A request that can be answered is refused; anything else cannot be told apart from a broken client.
      if (this.#state.is === 'open' && id !== undefined)
        this.#refuse(id, refuse('malformed', { detail: parsed.reason }));
      else this.end('malformed');
      return;
    }
    this.#handle(parsed.value);
  }

  send(message: ServerMessage): void {
    this.sendText(JSON.stringify(message));
  }

  sendText(json: string): void {
    this.outlet.send(frameOf(json));
  }

  drop(subscription: string): void {
    this.#subscriptions.forget(subscription);
  }

  failed(error: unknown): void {
    this.#deps.failed(error);
    this.end('reloaded');
  }

  typing(subscription: string, who: Author, plane: Plane): void {
    this.send({ type: 'typing', id: subscription, who, plane });
  }

  reloaded(): void {
    this.end('reloaded');
  }

  signedOut(person: string): void {
    const state = this.#state;
    if (state.is === 'open' && state.actor.id === person) state.desk = false;
  }

  /** Looks again at the token, the directory and every subscription (R3). */
  recheck(): void {
    const state = this.#state;
    if (state.is !== 'open') return;
    if (state.granted.expiresAt <= this.#deps.now()) return this.end('tokenExpired');
    const { granted } = state;
    void this.#deps.auth
      .actorNow(granted.tenant, granted.actor.id, granted.actor, granted.key)
      .then((actor) => {
        if (this.#state !== state || state.granted !== granted) return;
        if (isRefusal(actor) || actor.roles.length === 0) return this.end('withdrawn');
        // The same rights stay the same object: what was made for its holder need not be made again.
        if (!isDeepStrictEqual(actor, state.actor)) state.actor = actor;
        this.#stayAtDesk(state);
        this.#subscriptions.recheck();
      })
      .catch(this.#deps.failed);
  }

  /** Closes with a code of the table. */
  end(reason: CloseReason, detail?: string): void {
    const why = reason === 'shuttingDown' ? 'stopping' : reason === 'withdrawn' ? 'unsubscribed' : 'lost';
    this.#close(why);
    this.outlet.close(reason, detail);
  }

  /** Says that the server stops, and when to come back. */
  announceStop(retryAfter: number): void {
    this.send({ type: 'shuttingDown', retryAfter });
  }

  /** The socket has gone. */
  lost(): void {
    this.#close('lost');
  }

  #close(why: Closing): void {
    const state = this.#state;
    if (state.is === 'closed') return;
    if (state.is === 'open') {
      this.#subscriptions.close(why);
      state.leave();
      // Who is told to come back elsewhere is still there for as long as this server's lease.
      if (state.desk && why !== 'stopping') this.#deskConnection(state, 'Disconnect');
    }
    this.#state = { is: 'closed' };
  }

  #handle(message: ClientMessage): void {
    const state = this.#state;
    if (message.type === 'pong') return;
    if (state.is === 'hello') {
      if (message.type === 'hello') this.#greet(message);
      else this.end('helloFirst');
    } else if (state.is === 'greeting') {
      (this.#inbox ??= []).push(message);
    } else if (state.is === 'open') {
      this.#serve(state, message);
    }
  }

  #greet(message: Extract<ClientMessage, { type: 'hello' }>): void {
    if (message.version !== PROTOCOL_VERSION) return this.end('unsupportedVersion');
    this.#state = { is: 'greeting' };
    this.#admit(message).catch((error: unknown) => {
      this.#deps.failed(error);
      this.end('reloaded');
    });
  }

  async #admit({ token, desk, behalf }: Extract<ClientMessage, { type: 'hello' }>): Promise<void> {
    const granted = await this.#deps.auth.verify(token, behalf);
    if (this.#state.is !== 'greeting') return;
    if (isRefusal(granted))
      return this.end(granted.refusal === 'busy' ? 'reloaded' : 'unauthenticated', whyTurnedAway(granted));
    if (granted.expiresAt <= this.#deps.now()) return this.end('tokenExpired');
    if (granted.actor.roles.length === 0) return this.end('withdrawn');
    const hub = await this.#deps.hubOf(granted.tenant);
    if (this.#state.is !== 'greeting') return;
    const leave = hub.join(this);
    const isDesk = desk && granted.actor.roles.includes('agent');
    const state: Open = { is: 'open', hub, leave, desk: isDesk, behalf, granted, actor: granted.actor };
    this.#state = state;
    if (isDesk) this.#deskConnection(state, 'Connect');
    this.sendText(hub.welcomes.textFor(granted.actor, this.#deps.limits.heartbeatMs));
    const inbox = this.#inbox ?? [];
    this.#inbox = undefined;
    for (const waiting of inbox) this.#handle(waiting);
  }

  #serve(state: Open, message: ClientMessage): void {
    switch (message.type) {
      case 'hello':
        return this.end('malformed');
      case 'token':
        return void this.#renew(state, message.token).catch(this.#deps.failed);
      case 'subscribe': {
        const refusal = this.#subscriptions.add(state.hub, message.id, message.topic, this);
        if (refusal) this.#refuse(message.id, refusal);
        return;
      }
      case 'unsubscribe':
        return this.#subscriptions.remove(message.id);
      case 'typing': {
        const said = sendTyping(state.hub, state.actor, message.conversation, message.plane);
        if (said && message.plane === 'public')
          this.#deps.publicTyping(state.hub.tenant.id, message.conversation, said.name);
        return;
      }
      case 'command':
        return void runCommand(state.hub.tenant, state.actor, message.id, message.command, message.dryRun)
          .catch((error: unknown) => {
            this.#deps.failed(error);
            return refuse('busy');
          })
          .then((answer) => {
            if (isRefusal(answer)) this.#refuse(message.id, answer);
            else this.send({ type: 'answer', id: message.id, ok: true, result: answer });
          });
    }
  }

  async #renew(state: Open, token: string): Promise<void> {
    const granted = await this.#deps.auth.verify(token, state.behalf);
    // While the identity provider is away the token that counts goes on counting, until it ends.
    if (this.#state !== state || (isRefusal(granted) && granted.refusal === 'busy')) return;
    if (isRefusal(granted)) return this.end('unauthenticated', whyTurnedAway(granted));
    const isSame = granted.tenant === state.granted.tenant && granted.actor.id === state.actor.id;
    if (!isSame) return this.end('unauthenticated');
    state.granted = granted;
    this.recheck();
  }

  /** The store was busy, or another server took this one for dead: who sits at a desk here is reachable all the same (K5). */
  #stayAtDesk(state: Open): void {
    if (state.desk && !isConnected(state.hub.tenant, state.actor.id, this.connection))
      this.#deskConnection(state, 'Connect');
  }

  #deskConnection({ hub, actor }: Open, type: 'Connect' | 'Disconnect'): void {
    connectDesk(hub.tenant, actor, type, this.connection, this.#deps);
  }

  /** What is due by now: the end of who says no hello or reads too slowly, a heartbeat. To be called every second. */
  tick(): void {
    this.outlet.check();
    const now = this.#deps.elapsed();
    if (this.#state.is === 'hello' && now >= this.#helloBy) return this.end('helloFirst');
    if (now < this.#beatAt) return;
    this.#beatAt += this.#deps.limits.heartbeatMs;
    this.#beat();
  }

  #beat(): void {
    if (this.#state.is !== 'open') return;
    if (this.#deps.elapsed() - this.#answeredAt > this.#deps.limits.pongMs) return this.end('noAnswer');
    this.send({ type: 'heartbeat', now: this.tenant.now(), offset: this.tenant.offset });
  }

  #overrun(id: string | undefined): void {
    this.#refused += 1;
    if (this.#refused > this.#deps.limits.patience) this.end('tooMany');
    else if (id !== undefined && this.#state.is === 'open') this.#refuse(id, refuse('tooManyRequests'));
  }

  #refuse(id: string, refusal: Refusal): void {
    this.#deps.refused(refusal.refusal);
    this.send({ type: 'refused', id, refusal });
  }

  #open(): Open {
    if (this.#state.is !== 'open') throw new Error('A subscription outlived its connection.');
    return this.#state;
  }
}
