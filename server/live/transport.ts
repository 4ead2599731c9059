import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import { close, type CloseReason } from '@floorwalk/core/protocol';
import type { Flushed, Flushes } from './flushes.ts';
import type { Frame } from './frame.ts';
import type { Limits } from './limits.ts';

/** How long a peer may take to answer a close before the socket is cut. */
const CLOSE_WAIT_MS = 5_000;

/** A WebSocket that says when it begins to close, whoever began: nothing may be sent behind the close frame. */
export class LiveSocket extends WebSocket {
  closing: (() => void) | undefined;

  override close(code?: number, data?: string | Buffer): void {
    this.closing?.();
    super.close(code, data);
  }
}

/**
 * The bytes of one connection. Frames of one event-loop turn leave in one write. A client that reads too slowly first
 * lags (rows then wait for room), and is closed with `tooSlow` above the limits.
 */
export class Outlet implements Flushed {
  readonly #ws: LiveSocket;
  readonly #socket: Duplex;
  readonly #limits: Limits;
  readonly #now: () => number;
  readonly #flushes: Flushes;
  /** What leaves at the end of this turn: mostly one frame, which then needs no list. */
  #pending: Frame | Frame[] | undefined;
  #pendingBytes = 0;
  #laggingSince: number | undefined;
  #waiting: (() => void)[] | undefined;
  #closed = false;
  #awaitsDrain = false;

  constructor(ws: LiveSocket, socket: Duplex, limits: Limits, now: () => number, flushes: Flushes) {
    this.#ws = ws;
    this.#socket = socket;
    this.#limits = limits;
    this.#now = now;
    this.#flushes = flushes;
    const end = (): void => this.#end();
    ws.closing = end;
    ws.on('close', end);
  }

  get isOpen(): boolean {
    return !this.#closed && this.#socket.writable;
  }

  /** Whether more waits in the socket than a client that keeps up lets wait. */
  get isLagging(): boolean {
    return this.#laggingSince !== undefined;
  }

  /** Queues one frame for the end of this turn. */
  send(frame: Frame): void {
    if (this.#closed) return;
    this.#pendingBytes += frame.length;
    if (this.#pending === undefined) {
      this.#pending = frame;
      this.#flushes.add(this);
    } else if (Array.isArray(this.#pending)) this.#pending.push(frame);
    else this.#pending = [this.#pending, frame];
  }

  /** Resolves once there is room for more; false if the connection has gone. */
  async room(): Promise<boolean> {
    // What is small leaves with the rest of this turn.
    if (this.#pendingBytes > this.#limits.laggingBytes) this.flush();
    if (this.isLagging && this.isOpen) await new Promise<void>((done) => (this.#waiting ??= []).push(done));
    return this.isOpen;
  }

  /** Closes a socket that has lagged for too long; to be called every second or so. */
  check(): void {
    this.#measure();
    if (this.#laggingSince !== undefined && this.#now() - this.#laggingSince > this.#limits.laggingMs)
      this.close('tooSlow');
  }

  /** Sends what is queued and closes with a code of the table; `detail`, at most 123 bytes, says more than its sentence. */
  close(reason: CloseReason, detail: string = close[reason].reason): void {
    if (this.#closed) return;
    this.#write();
    this.#end();
    this.#ws.close(close[reason].code, detail);
    setTimeout(() => this.#ws.terminate(), CLOSE_WAIT_MS).unref();
  }

  /** Cuts the connection without a word. */
  terminate(): void {
    this.#end();
    this.#ws.terminate();
  }

  /** Sends what is queued now, in one write. */
  flush(): void {
    if (this.#pending === undefined) return;
    this.#write();
    this.#measure();
  }

  /** A peer that is closing gets nothing more. */
  #write(): void {
    const frames = this.#pending;
    this.#pending = undefined;
    this.#pendingBytes = 0;
    if (frames && this.isOpen) this.#socket.write(this.#flushes.join(frames));
  }

  #measure(): void {
    const waits = this.#socket.writableLength;
    if (waits > this.#limits.laggingBytes) {
      this.#awaitDrain();
      this.#laggingSince ??= this.#now();
      if (waits > this.#limits.maxBytes) this.close('tooSlow');
    } else if (this.#laggingSince !== undefined) {
      this.#laggingSince = undefined;
      this.#release();
    }
  }

  /** Only who lags is told that there is room again. */
  #awaitDrain(): void {
    if (this.#awaitsDrain) return;
    this.#awaitsDrain = true;
    this.#socket.once('drain', () => {
      this.#awaitsDrain = false;
      this.#measure();
    });
  }

  #end(): void {
    this.#closed = true;
    this.#pending = undefined;
    this.#release();
  }

  #release(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const done of waiting) done();
  }
}
