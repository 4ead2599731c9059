import { pino, type DestinationStream } from 'pino';
import type { LogLevel } from './config.ts';

/** What the server says to its operator: data first, one constant sentence second. Message text is never logged. */
export interface Logger {
  debug(data: object, sentence: string): void;
  info(data: object, sentence: string): void;
  warn(data: object, sentence: string): void;
  error(data: object, sentence: string): void;
  child(data: Record<string, unknown>): Logger;
}

/** Anything that could let the reader of a log act as somebody, or read what was said. */
const SECRET = ['token', 'authorization', 'text', 'secret', 'password', 'cookie', 'body'];

/** JSON lines on standard output, or on `to`. */
export function createLogger(level: LogLevel, to?: DestinationStream): Logger {
  const options = {
    level,
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
    serializers: { err: errorWithoutText },
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  };
  return to ? pino(options, to) : pino(options);
}

/** Says nothing. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLogger,
};

/** Name, message and stack; a parser's error otherwise carries the body it choked on. */
function errorWithoutText(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  return { type: name, message, stack, ...(cause instanceof Error && { cause: said(cause) }) };
}

/** What a parser says quotes what it read. */
const said = ({ name, message }: Error): string => (name === 'SyntaxError' ? name : `${name}: ${message}`);
