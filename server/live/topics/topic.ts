import type { ServerMessage } from '@floorwalk/core/protocol';
import type { Tenant } from '../../engine/engine.ts';
import type { PersonActor } from '../auth-port.ts';
import type { Outlet } from '../transport.ts';
import type { Turns } from '../turns.ts';
import type { Wheel } from '../wheel.ts';

/** A staff connection as its subscriptions see it. */
export interface Listener {
  /** Unique among all connections of all servers. */
  readonly connection: string;
  readonly tenant: Tenant;
  /** With the rights that count now. */
  readonly actor: PersonActor;
  readonly outlet: Outlet;
  readonly wheel: Wheel;
  /** Where rows wait for their turn to be evaluated. */
  readonly turns: Turns;
  send(message: ServerMessage): void;
  /** Sends a message that is JSON already. */
  sendText(json: string): void;
  /** The subscription has ended by itself. */
  drop(subscription: string): void;
  /** The store could not be asked, or worse: the connection ends, and its client comes back and reads anew. */
  failed(error: unknown): void;
}

/** Why a subscription is closed from outside: its client said so, its socket went, or the server stops. */
export type Closing = 'unsubscribed' | 'lost' | 'stopping';

/** One subscription of one connection. */
export interface Topic {
  /** Rights or the time may have changed what it shows. */
  recheck(): void;
  close(why: Closing): void;
}
