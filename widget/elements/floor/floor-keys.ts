import type { FloorRow, FloorView } from '@floorwalk/core/protocol';
import { views } from './floor-words.ts';
import { commandOfKey, type RowDeed } from './row-commands.ts';

/** What a key asks of the list that has the focus. */
export type KeyDeed =
  | { readonly do: 'select'; readonly id: string }
  | { readonly do: 'command'; readonly command: RowDeed; readonly isBeside: boolean }
  | { readonly do: 'view'; readonly view: FloorView }
  | { readonly do: 'show' | 'search' | 'nextOpen' | 'keys' | 'views' | 'nothing' };

/** Where the list stands when a key comes. */
export interface KeyPlace {
  readonly order: readonly string[];
  /** Place of the row that has the focus or is selected; −1 for none. */
  readonly index: number;
  readonly row: FloorRow | undefined;
}

const PAGE = 10;

/** What a key means in the list; undefined for keys that are not the list's. */
export function keyDeed(pressed: string, isShifted: boolean, { order, index, row }: KeyPlace): KeyDeed | undefined {
  const to = placeOf(pressed, index, order.length);
  if (to !== undefined && order.length > 0)
    return { do: 'select', id: order[Math.min(order.length - 1, Math.max(0, to))] ?? '' };
  if (/^[1-7]$/u.test(pressed)) return { do: 'view', view: views[Number(pressed) - 1]?.[0] ?? 'all' };
  const command = pressed === 'Enter' ? 'monitor' : commandOfKey(pressed, row);
  if (command) return { do: 'command', command, isBeside: isShifted };
  return others[pressed.toUpperCase()];
}

const others: Readonly<Record<string, KeyDeed>> = {
  U: { do: 'show' },
  '/': { do: 'search' },
  N: { do: 'nextOpen' },
  V: { do: 'views' },
  '?': { do: 'keys' },
  ' ': { do: 'nothing' },
};

const placeOf = (pressed: string, index: number, length: number): number | undefined => {
  switch (pressed) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    case 'PageDown':
      return index + PAGE;
    case 'PageUp':
      return index - PAGE;
    default:
      return undefined;
  }
};

/** The next open conversation after a place, from the start again after the end; undefined where none is open. */
export const nextOpen = (
  { order, index }: Pick<KeyPlace, 'order' | 'index'>,
  rows: ReadonlyMap<string, FloorRow>,
): string | undefined =>
  [...order.slice(index + 1), ...order.slice(0, index + 1)].find((id) => rows.get(id)?.state === 'open');
