/**
 * The analyser port (S2): the mood of one text, −1 … 1, or null where its language is not supported. It may be slow or
 * fail: callers never wait for it with a message in hand, and take a rejection for null.
 */
export type Analyse = (text: string, locale?: string) => Promise<number | null>;
