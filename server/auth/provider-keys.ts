/** How long keys that were read before hold while the provider does not answer with its keys: as long as a token may live. */
const HOLD_MS = 60 * 60_000;

export interface ProviderKeysOptions {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Told once when the provider does not answer any more, and with null when it answers again. */
  readonly told: (trouble: Error | null) => void;
}

export interface ProviderKeys {
  /** Asks for the keys; while the provider does not answer with them, those that were read before. */
  readonly fetch: typeof fetch;
  /** How often they were asked for. */
  readonly reads: () => number;
  /** Whether the provider did not answer when it was asked last. */
  readonly isTroubled: () => boolean;
  /** Does what asks the provider, and notes whether it answered. */
  watch<T>(ask: () => Promise<T>): Promise<T>;
}

/** Reads a provider's keys so that an hour of its trouble signs nobody out whose token it signed before. */
export function createProviderKeys({ fetch: fetcher, now, told }: ProviderKeysOptions): ProviderKeys {
  let reads = 0;
  let isTroubled = false;
  let held: { readonly body: string; readonly at: number } | undefined;

  async function watch<T>(ask: () => Promise<T>): Promise<T> {
    try {
      const answer = await ask();
      if (isTroubled) told(null);
      isTroubled = false;
      return answer;
    } catch (cause) {
      if (!isTroubled) told(cause instanceof Error ? cause : new Error(String(cause)));
      isTroubled = true;
      throw cause;
    }
  }

  const readKeys: typeof fetch = async (...asked) => {
    reads += 1;
    try {
      const body = await watch(async () => keysIn(await fetcher(...asked)));
      held = { body, at: now() };
      return new Response(body);
    } catch (cause) {
      if (held === undefined || now() - held.at > HOLD_MS) throw cause;
      return new Response(held.body);
    }
  };
  return { fetch: readKeys, reads: () => reads, isTroubled: () => isTroubled, watch };
}

/** The body where it is a set of keys. Rejects with what came instead. */
async function keysIn(response: Response): Promise<string> {
  if (response.status !== 200) throw new Error(`It answered ${response.status} where its keys are.`);
  const body = await response.text();
  if (!isKeySet(body)) throw new Error('What it answered where its keys are is no set of keys.');
  return body;
}

/** A set without a key is an answer too: whoever signs has withdrawn them all. */
function isKeySet(body: string): boolean {
  try {
    const { keys } = JSON.parse(body) as { keys?: unknown };
    return Array.isArray(keys);
  } catch {
    return false;
  }
}
