const KEPT = 200;

/** When this person last looked at each conversation, kept on this device and told nobody (B6). */
export class LastLooks {
  readonly #key: string;

  constructor(person: string) {
    this.#key = `floorwalk-looks-${person}`;
  }

  /** The server's instant of the last look; null for a first one. */
  of(conversation: string): number | null {
    return this.#read().get(conversation) ?? null;
  }

  /** Looks now; the oldest looks are forgotten. */
  look(conversation: string, at: number): void {
    const looks = this.#read();
    looks.delete(conversation);
    looks.set(conversation, at);
    try {
      localStorage.setItem(this.#key, JSON.stringify([...looks].slice(-KEPT)));
    } catch {
      // Without storage every look is a first one.
    }
  }

  #read(): Map<string, number> {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#key) ?? '[]');
      return new Map(Array.isArray(kept) ? kept.filter(isLook) : []);
    } catch {
      return new Map();
    }
  }
}

const isLook = (value: unknown): value is readonly [string, number] =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'number';
