import { define } from '../../define/define.ts';
import { FloorwalkTransfer } from './transfer.ts';

define('floorwalk-transfer', FloorwalkTransfer);

export { FloorwalkTransfer };
export type { CommandRequestedEvent, PanelClosedEvent } from '../../events/floor-events.ts';
