import { define } from '../../define/define.ts';
import { FloorwalkAgent } from './agent.ts';

define('floorwalk-agent', FloorwalkAgent);

export { FloorwalkAgent };
export type {
  DraftRequestedEvent,
  MessageSubmittedEvent,
  PlaneChangedEvent,
  TypingEvent,
} from '../../events/message-events.ts';
