/** The part of a WebSocket that is used, so that tests can script one. */
export interface ChatSocket {
  readonly readyState: number;
  send(text: string): void;
  close(code?: number): void;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
}

/** Opens one to a server. */
export type OpenSocket = (url: string) => ChatSocket;

/** The browser's own. */
export const openWebSocket: OpenSocket = (url) => new WebSocket(url) as ChatSocket;
