import { define } from '../../define/define.ts';
import { FloorwalkAssign } from './assign.ts';

define('floorwalk-assign', FloorwalkAssign);

export { FloorwalkAssign };
export type { CommandRequestedEvent, PanelClosedEvent } from '../../events/floor-events.ts';
