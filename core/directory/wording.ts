import { customerNoticeKinds, type CustomerNoticeKind } from '../conversation/customer-notice.ts';
import { channels } from '../words.ts';

/** What a tenant's own wording of a notice may name in braces, by kind: its parameters, as customers have them (N1). */
export const wordingPlaceholders = {
  queuePosition: ['before', 'place'],
  consent: [],
  agentJoined: ['agent'],
  consultantJoined: ['person'],
  consultantLeft: ['person'],
  transferred: ['from', 'to'],
  agentLeft: ['agent'],
  conversationEnded: [],
  forceClosed: [],
  returnedToQueue: [],
  agentDisconnected: ['agent'],
} as const satisfies Record<CustomerNoticeKind, readonly string[]>;

/** The notices whose wording a tenant may replace: all that customers read. */
export const wordedKinds = customerNoticeKinds;

/** `de:customer:consent`, taken apart; null where it is no such key. */
export function wordingKey(key: string): { readonly locale: string; readonly kind: CustomerNoticeKind } | null {
  const [locale = '', audience, kind = '', more] = key.split(':');
  if (audience !== 'customer' || more !== undefined || !isLocale(locale)) return null;
  const known = customerNoticeKinds.find((name) => name === kind);
  return known ? { locale, kind: known } : null;
}

/** The first thing in braces that a notice of this kind does not have; null where all is well. */
export function wrongPlaceholder(kind: CustomerNoticeKind, text: string): string | null {
  const allowed: readonly string[] = wordingPlaceholders[kind];
  for (const [whole, name = ''] of text.matchAll(/\{([^{}]*)\}/gu)) if (!allowed.includes(name)) return whole;
  return /[{}]/u.exec(text.replaceAll(/\{[^{}]*\}/gu, ''))?.[0] ?? null;
}

/** A tenant's own words for customers by `locale:kind`, as their pages get them. */
export function wordsForCustomers(wording: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const words = Object.entries(wording).flatMap(([key, text]): (readonly [string, string])[] => {
    const known = wordingKey(key);
    return known ? [[`${known.locale}:${known.kind}`, text]] : [];
  });
  return Object.fromEntries(words);
}

/** Whether this names a notice that can be switched off for customers of a channel: `channel:kind` (N1). */
export function isSilenceable(name: string): boolean {
  const [channel, kind, more] = name.split(':');
  return (
    more === undefined &&
    channels.some((known) => known === channel) &&
    customerNoticeKinds.some((known) => known === kind)
  );
}

/** Language tags as BCP 47 writes them, short: `de`, `pt-BR`, `zh-Hant-TW`. */
const isLocale = (text: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/u.test(text);
