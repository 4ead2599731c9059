import { t } from '../../strings/index.ts';
import type { PaletteCommand } from './palette-commands.ts';

const KEY = 'floorwalk.rows';
/** Where a floor, or the page around it, says how high its rows are. */
export const DENSITY = 'data-floorwalk-density';

/** Gives the floor the density that this supervisor chose on this device; the page's where they have not chosen. */
export function keptDensity(floor: HTMLElement): void {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept === 'compact' || kept === 'standard') floor.setAttribute(DENSITY, kept);
  } catch {
    // A page may forbid storage; then nothing is kept.
  }
}

/** Changes between rows of one line and of two, and keeps it for next time. */
export function linesCommand(floor: HTMLElement): PaletteCommand {
  const isCompact = (floor.closest(`[${DENSITY}]`) ?? hostOf(floor))?.getAttribute(DENSITY) === 'compact';
  return {
    name: t(isCompact ? 'rowsOfTwoLines' : 'rowsOfOneLine'),
    key: '',
    why: null,
    run: () => {
      const density = isCompact ? 'standard' : 'compact';
      floor.setAttribute(DENSITY, density);
      try {
        localStorage.setItem(KEY, density);
      } catch {
        // As above.
      }
    },
  };
}

const hostOf = (floor: HTMLElement): Element | null => {
  const root = floor.getRootNode();
  return root instanceof ShadowRoot ? root.host.closest(`[${DENSITY}]`) : null;
};
