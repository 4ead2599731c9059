import { readFloorChoice, type FloorQuery } from '@floorwalk/core/protocol';

const KEY = 'floorwalk.floor';

/** The view, filters and order that this supervisor chose last time on this device (F2). */
export function keptChoice(): Partial<FloorQuery> {
  try {
    const choice = readFloorChoice(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
    return choice ? { ...choice, text: '', offset: 0 } : {};
  } catch {
    // A page may forbid storage, and somebody may have written there; then nothing is kept.
    return {};
  }
}

/** Keeps a choice for next time; the text searched for is not kept. */
export function keepChoice(query: Partial<FloorQuery>): void {
  try {
    const { text: _text, offset: _offset, limit: _limit, ...choice } = query;
    localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // As above.
  }
}
