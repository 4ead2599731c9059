import { define } from '../../define/define.ts';
import { FloorwalkSupervisor } from './supervisor.ts';

define('floorwalk-supervisor', FloorwalkSupervisor);

export { FloorwalkSupervisor };
export type {
  AgentSelectedEvent,
  AttentionChangedEvent,
  CommandRequestedEvent,
  ConversationSelectedEvent,
  PanelClosedEvent,
} from '../../events/floor-events.ts';
export type { MessageSubmittedEvent, PlaneChangedEvent, TypingEvent } from '../../events/message-events.ts';
