/** What one connection may ask of the server, and what the server bears of a slow one. */
export interface Limits {
  readonly subscriptions: number;
  /** Messages a second, and how many at once after a quiet time. */
  readonly messages: number;
  readonly messageBurst: number;
  /** Refused messages in a row that end the connection. */
  readonly patience: number;
  /** Bytes that wait in a socket above which rows are only sent in their latest state. */
  readonly laggingBytes: number;
  /** Bytes that wait above which the socket is closed with `tooSlow`. */
  readonly maxBytes: number;
  /** How long a socket may lag before it is closed with `tooSlow`. */
  readonly laggingMs: number;
  /** How long a connection may take to say hello. */
  readonly helloMs: number;
  readonly heartbeatMs: number;
  /** Without a pong for so long the connection is closed with `noAnswer`. */
  readonly pongMs: number;
}

export const staffLimits: Limits = {
  subscriptions: 200,
  messages: 50,
  messageBurst: 400,
  patience: 500,
  laggingBytes: 256 * 1024,
  maxBytes: 1024 * 1024,
  laggingMs: 10_000,
  helloMs: 10_000,
  heartbeatMs: 10_000,
  pongMs: 20_000,
};

/** Customers have limits of their own, which nothing that staff do moves (P2). */
export const customerLimits: Limits = {
  ...staffLimits,
  subscriptions: 0,
  messages: 5,
  messageBurst: 30,
  patience: 100,
};

/** The longest message that a client may send, in bytes. */
export const MAX_PAYLOAD = 64 * 1024;
