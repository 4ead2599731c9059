import { define } from '../../define/define.ts';
import { FloorwalkFloor } from './floor.ts';

define('floorwalk-floor', FloorwalkFloor);

export { FloorwalkFloor };
export type {
  AttentionChangedEvent,
  CommandRequestedEvent,
  ConversationSelectedEvent,
} from '../../events/floor-events.ts';
