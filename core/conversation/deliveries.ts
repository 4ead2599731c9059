import type { Time } from '../words.ts';

/** How a delivery over an integration's channel went; `unknown`: it may or may not have been shown, and is not sent again (N2). */
export const deliveryOutcomes = ['delivered', 'failed', 'unknown'] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];

/** What an integration has said of its deliveries: up to where they arrived, and which did not surely. */
export interface Deliveries {
  /** Newest public offset that was delivered; what came before it was too, unless it is in `not`. */
  readonly upTo: number;
  /** By entry id. */
  readonly not: Readonly<Record<string, Undelivered>>;
}
export interface Undelivered {
  readonly outcome: Exclude<DeliveryOutcome, 'delivered'>;
  readonly at: Time;
}

/** Nothing was said yet. */
export const noDeliveries: Deliveries = { upTo: 0, not: {} };

export interface DeliveryReport {
  readonly entry: string;
  readonly offset: number;
  readonly outcome: DeliveryOutcome;
}

/** How one public entry is doing; `sent`: nothing was said of it yet. */
export const deliveryOf = (
  { upTo, not }: Deliveries,
  entry: { readonly id: string; readonly offset: number },
): DeliveryOutcome | 'sent' =>
  (Object.hasOwn(not, entry.id) ? not[entry.id]?.outcome : undefined) ?? (entry.offset <= upTo ? 'delivered' : 'sent');

/** After a report; the same object where it says nothing new. A later `delivered` clears a doubt, never the other way round. */
export function afterReport(before: Deliveries, { entry, offset, outcome }: DeliveryReport, at: Time): Deliveries {
  const now = deliveryOf(before, { id: entry, offset });
  if (now === outcome || (now === 'delivered' && outcome === 'unknown')) return before;
  if (outcome !== 'delivered') return { ...before, not: { ...before.not, [entry]: { outcome, at } } };
  const { [entry]: _arrived, ...not } = before.not;
  return { upTo: Math.max(before.upTo, offset), not };
}
