/** The one thing of a chat that a device keeps: the token of its conversation. */
export interface KeptChat {
  read(): string | undefined;
  write(token: string): void;
  forget(): void;
}

/** Kept for a server and workstream, so that a reload and a second tab go on with the same conversation. */
export function keptChat(server: string, workstream: string): KeptChat {
  const key = `floorwalk.chat ${server} ${workstream}`;
  let memory: string | undefined;
  const safely = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch {
      // A page may forbid storage; then the chat lives as long as the page.
      return undefined;
    }
  };
  return {
    read: () => safely(() => localStorage.getItem(key)) ?? memory,
    write: (token) => {
      memory = token;
      safely(() => localStorage.setItem(key, token));
    },
    forget: () => {
      memory = undefined;
      safely(() => localStorage.removeItem(key));
    },
  };
}
