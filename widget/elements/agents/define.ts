import { define } from '../../define/define.ts';
import { FloorwalkAgents } from './agents.ts';

define('floorwalk-agents', FloorwalkAgents);

export { FloorwalkAgents };
export type { AgentSelectedEvent } from '../../events/floor-events.ts';
