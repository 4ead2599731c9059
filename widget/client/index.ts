export type { CommandInput, TopicInput } from '@floorwalk/core/protocol';
export type { Outcome } from './asked-commands.ts';
export { LiveClient } from './live-client.ts';
export type { Subscription } from './live-client.ts';
export type { LiveClientOptions, LiveStatus } from './live-connection.ts';
export { shareClient } from './shared-client.ts';
export { askHttp, HttpFailure } from './staff-http.ts';
export type { SignIn } from './shared-client.ts';
export type { SocketLike } from './socket-like.ts';
