import type { Behalf, PersonActor, StaffAuth, StaffSession } from './auth-port.ts';
import type { Hub } from './hub.ts';
import type { Limits } from './limits.ts';
import type { Turns } from './turns.ts';
import type { Wheel } from './wheel.ts';

/** What the sessions of all staff share. */
export interface SessionDeps {
  readonly auth: StaffAuth;
  readonly hubOf: (tenant: string) => Promise<Hub>;
  /** What tokens are dated by. */
  readonly now: () => number;
  /** Milliseconds since some moment, for waits and ages. */
  readonly elapsed: () => number;
  readonly wheel: Wheel;
  readonly turns: Turns;
  readonly limits: Limits;
  /** Shows a customer that somebody types to them. */
  readonly publicTyping: (tenant: string, conversation: string, name: string) => void;
  readonly failed: (error: unknown) => void;
  readonly refused: (refusal: string) => void;
}

/** Past hello: who it is, and what they may do. */
export interface Open {
  readonly is: 'open';
  readonly hub: Hub;
  readonly leave: () => void;
  desk: boolean;
  /** An integration connected for this person. */
  readonly behalf: Behalf | undefined;
  granted: StaffSession;
  actor: PersonActor;
}
