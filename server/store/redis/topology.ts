import type { Listener } from './connection.ts';

/** One Redis, one master behind Sentinels, or the masters of a cluster: whoever holds a key gets its commands. */
export interface Topology {
  /** What publishes to a channel that `subscribe` hears. */
  readonly publish: 'PUBLISH' | 'SPUBLISH';
  /** Resolves at the first connection to everybody who holds keys; rejects with a sentence's end for the operator. */
  open(): Promise<void>;
  /** Sends once to whoever holds `key`. Rejects when the connection is lost: the command may or may not have run. */
  sendOnce(key: string, command: readonly string[]): Promise<unknown>;
  /** Sends until there is an answer, for as long as patience lasts: for reads and for writes that may run twice. */
  send(key: string, command: readonly string[]): Promise<unknown>;
  /** Tries again while the database is away or says that it will soon answer. */
  insist<T>(run: () => Promise<T>): Promise<T>;
  /** Sends to every server that holds keys. */
  everywhere(command: readonly string[]): Promise<readonly unknown[]>;
  /** Calls `listener` with what is published on the channel until the result is called. */
  subscribe(channel: string, listener: Listener): Promise<() => Promise<void>>;
  /** Ends every connection at once. */
  close(): void;
}

export interface TopologyOptions {
  /** How long a call waits for a database that is away before it rejects. */
  readonly patienceMs: number;
  /** How long a server may say nothing before it counts as gone; default 15 s. */
  readonly silentForMs?: number | undefined;
  /** Told of every trouble with a connection; connections come back by themselves. */
  readonly onError: (cause: Error) => void;
  /** Called at once, before anything is sent, when the keys for which `isHeld` says so may have another history. */
  readonly onReady: (isHeld: (key: string) => boolean) => void;
}
