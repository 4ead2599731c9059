const UNAUTHENTICATED = 4502;
const WITHDRAWN = 4503;

/** Why a socket is closed. 4000–4499: come back, with jitter; 4500–4999: do not come back as you are. */
export const close = {
  shuttingDown: { code: 4001, reason: 'The server is shutting down.' },
  tooSlow: { code: 4002, reason: 'The client reads too slowly.' },
  noAnswer: { code: 4003, reason: 'The client did not answer a heartbeat.' },
  tokenExpired: { code: 4004, reason: 'The token has expired.' },
  reloaded: { code: 4005, reason: 'The server had to read its store again.' },
  malformed: { code: 4500, reason: 'A message could not be read.' },
  unsupportedVersion: { code: 4501, reason: 'This protocol version is not supported.' },
  unauthenticated: { code: UNAUTHENTICATED, reason: 'The token is not accepted.' },
  withdrawn: { code: WITHDRAWN, reason: 'The right to connect was withdrawn.' },
  tooMany: { code: 4504, reason: 'Too many messages or subscriptions.' },
  helloFirst: { code: 4505, reason: 'The first message must be hello.' },
} as const;

export type CloseReason = keyof typeof close;

/** Whether whoever hears this code has no right to what they were shown. */
export const isShutOut = (code: number): boolean => code === UNAUTHENTICATED || code === WITHDRAWN;

/** What a person can do about a code after which a page does not come back: sign in anew, ask who lets people in, reload. */
export const remedyFor = (code: number): 'signIn' | 'ask' | 'reload' =>
  code === UNAUTHENTICATED ? 'signIn' : code === WITHDRAWN ? 'ask' : 'reload';

/** Whether a client should connect again after this close code; codes below 4000 are the network's, so yes. */
export const mayReconnect = (code: number): boolean => code < 4500 || code > 4999;
