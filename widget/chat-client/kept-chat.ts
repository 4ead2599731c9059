/** A text that waits on the device until the server has it. */
export interface KeptText {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  readonly failed: boolean;
}

/** What a device keeps of a chat, for a reload and for a second tab. */
export interface KeptChat {
  /** The token of the conversation. */
  read(): string | undefined;
  write(token: string): void;
  forget(): void;
  /** What was written and not sent yet, by whatever tab. */
  texts(): readonly KeptText[];
  keepText(text: KeptText): void;
  dropText(id: string): void;
  /** The id under which the customer asked to end, while it could not be done. */
  ending(): string | undefined;
  keepEnding(id: string | undefined): void;
  /** Calls when another tab began or forgot a conversation, until the signal. */
  follow(changed: () => void, signal: AbortSignal): void;
}

/** Kept for a server and workstream, so that a reload and a second tab go on with the same conversation. */
export function keptChat(server: string, workstream: string): KeptChat {
  const token = `floorwalk.chat ${server} ${workstream}`;
  const ending = `${token} end`;
  // Each text has a place of its own, so that no tab writes over another's.
  const prefix = `${token} text `;
  // A page may forbid storage; then the chat lives as long as the page.
  const memory = new Map<string, string>();
  const get = (key: string): string | undefined => safely(() => localStorage.getItem(key)) ?? memory.get(key);
  const set = (key: string, value: string): void => {
    memory.set(key, value);
    safely(() => localStorage.setItem(key, value));
  };
  const drop = (key: string): void => {
    memory.delete(key);
    safely(() => localStorage.removeItem(key));
  };
  const textKeys = (): readonly string[] =>
    [...new Set([...memory.keys(), ...(safely(() => Object.keys(localStorage)) ?? [])])].filter((key) =>
      key.startsWith(prefix),
    );
  return {
    read: () => get(token),
    write: (value) => set(token, value),
    forget: () => [token, ending, ...textKeys()].forEach(drop),
    texts: () =>
      textKeys()
        .flatMap((key) => readText(get(key)))
        .toSorted((a, b) => a.at - b.at),
    keepText: (text) => set(prefix + text.id, JSON.stringify(text)),
    dropText: (id) => drop(prefix + id),
    ending: () => get(ending),
    keepEnding: (id) => (id === undefined ? drop(ending) : set(ending, id)),
    follow: (changed, signal) => addEventListener('storage', ({ key }) => key === token && changed(), { signal }),
  };
}

function safely<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** Storage is anybody's on the page: what is no text is nothing. */
function readText(stored: string | undefined): readonly KeptText[] {
  const { id, text, at, failed } = Object(safely(() => JSON.parse(stored ?? '') as unknown)) as Record<string, unknown>;
  return typeof id === 'string' && typeof text === 'string' && typeof at === 'number'
    ? [{ id, text, at, failed: failed === true }]
    : [];
}
