import type { Family, Snapshot, Stored } from '../store.ts';
import type { TenantKeys } from './keys.ts';
import type { Send } from './script.ts';
import { readSnapshot } from './scripts.ts';

/** Reads everything live at one position. The epoch is empty where no history has begun. */
export async function readTenantSnapshot(send: Send, keys: TenantKeys): Promise<Snapshot> {
  for (;;) {
    // The agents name the ledgers, and their set only grows: asked again only if one came between the two reads.
    const agents = (await send(['SMEMBERS', keys.agents])) as string[];
    const raw = await readSnapshot(send, keys, { known: agents.length }, { keys: agents.map(keys.ledger) });
    if (raw === undefined) continue;
    const ledger = agents.flatMap((agent, i) =>
      [...pairs(raw.ledgers[i] ?? [])].map(([entry, units]) => ({ agent, entry, units: Number(units) })),
    );
    const aggregates = [...pairs(raw.live)].map(([field, stored]) => readStored(field, stored));
    return { position: { epoch: raw.epoch, offset: raw.offset }, aggregates, ledger };
  }
}

/** `family:id` and `version:state` as they are stored. */
export function readStored(field: string, stored: string): Stored {
  const [family, id] = cut(field);
  const [version, state] = cut(stored);
  return { family: family as Family, id, version: Number(version), state };
}

/** Splits at the first colon. */
export function cut(text: string): [string, string] {
  const at = text.indexOf(':');
  return [text.slice(0, at), text.slice(at + 1)];
}

function* pairs(flat: readonly string[]): Iterable<[string, string]> {
  for (let i = 0; i < flat.length; i += 2) yield [flat[i] ?? '', flat[i + 1] ?? ''];
}
