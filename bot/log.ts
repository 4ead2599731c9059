import { pino } from 'pino';

/** What the bot says to its operator: data first, one constant sentence second. Message text is never logged. */
export interface Logger {
  info(data: object, sentence: string): void;
  warn(data: object, sentence: string): void;
  error(data: object, sentence: string): void;
}

const SECRET = ['token', 'authorization', 'text', 'secret', 'password', 'body', 'key'];

/** JSON lines on standard output. */
export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: null,
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
    serializers: { err: errorWithoutText },
  });

/** Says nothing. */
export const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Name and stack of an error; whatever else it carries may hold what was said. */
function errorWithoutText(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  return { type: error.name, message: error.message, stack: error.stack };
}
