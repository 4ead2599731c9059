import { pictureStyles } from '../../pictures/index.ts';
import { rows, staffStyles } from '../../styles/index.ts';
import { commandsStyles } from './commands.styles.ts';
import { filtersStyles } from './filters.styles.ts';
import { floorWidths } from './floor-widths.styles.ts';
import { floorStyles } from './floor.styles.ts';
import { savedViewsStyles } from './saved-views.styles.ts';

/** Every style sheet of the floor; what a width changes comes last. */
export const allStyles = [
  ...staffStyles,
  rows,
  pictureStyles,
  floorStyles,
  filtersStyles,
  commandsStyles,
  savedViewsStyles,
  floorWidths,
];
