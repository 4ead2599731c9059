import type { InboundActivity, Outgoing, Place } from './activity.ts';

/** What became of one request to the service. */
export type Sent =
  | { readonly how: 'sent'; readonly id: string | null }
  /** Certainly not accepted. Status 0: it was never reached. */
  | {
      readonly how: 'refused';
      readonly status: number;
      readonly code: string;
      readonly retryAfterMs: number | null;
    }
  /** It may or may not have been accepted; sending it again could show it twice. */
  | { readonly how: 'unknown' };

/** The answer to an invoke; other activities are answered by nothing. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

/** Handles one activity whose sender was authenticated. It answers soon and does slow work later. */
export type OnActivity = (activity: InboundActivity) => Promise<Reply | null>;

/** What an authenticated request came to: `status` 401 or 403 where it was not believed. */
export interface Received {
  readonly status: number;
  readonly body?: unknown;
}

/** The one seam to the service behind Teams. Each call is exactly one request: nothing here is tried again. */
export interface Transport {
  receive(authorization: string, activity: InboundActivity, handle: OnActivity): Promise<Received>;
  post(place: Place, activity: Outgoing): Promise<Sent>;
  /** Begins a thread in a channel with this message; the id is the thread's conversation. */
  begin(channel: Place, activity: Outgoing): Promise<Sent>;
  edit(place: Place, id: string, activity: Outgoing): Promise<Sent>;
}
