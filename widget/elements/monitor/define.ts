import { define } from '../../define/define.ts';
import { FloorwalkMonitor } from './monitor.ts';

define('floorwalk-monitor', FloorwalkMonitor);

export { FloorwalkMonitor };
export type { CommandRequestedEvent, PanelClosedEvent } from '../../events/floor-events.ts';
export type { MessageSubmittedEvent, PlaneChangedEvent, TypingEvent } from '../../events/message-events.ts';
