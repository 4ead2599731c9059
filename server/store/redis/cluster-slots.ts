import { nameOf, type Where } from './address.ts';
import { SLOTS } from './slot-of.ts';

/** Who holds each slot; a hole where nobody does. */
export type SlotMap = readonly (string | undefined)[];

/** Reads what CLUSTER SLOTS answered to somebody who asked `asked`. */
export function readSlots(
  raw: unknown,
  asked: Where,
): { readonly map: SlotMap; readonly masters: ReadonlyMap<string, Where> } {
  const map = new Array<string | undefined>(SLOTS).fill(undefined);
  const masters = new Map<string, Where>();
  for (const [from, to, [host, port]] of raw as [number, number, [string | null, number]][]) {
    // A node that does not know its own address means the one at which it was asked.
    const where = { host: host || ('host' in asked ? asked.host : '127.0.0.1'), port };
    masters.set(nameOf(where), where);
    map.fill(nameOf(where), from, to + 1);
  }
  return { map, masters };
}
