const BYTES = 16;

/**
 * An id for a message, made here so that sending it twice stores it once. Also works on pages without a secure context,
 * where `crypto.randomUUID` is absent.
 */
export const messageId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('');
