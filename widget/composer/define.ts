import { define } from '../define/define.ts';
import { FloorwalkComposer } from './composer.ts';

/** Registers `floorwalk-composer`. */
export const defineComposer = (): boolean => define('floorwalk-composer', FloorwalkComposer);
