export { LiveClient } from './live-client.ts';
export type {
  CommandInput,
  LiveClientOptions,
  LiveStatus,
  Outcome,
  SocketLike,
  Subscription,
  TopicInput,
} from './live-client.ts';
export { shareClient } from './shared-client.ts';
export type { SignIn } from './shared-client.ts';
