import { define } from '../../define/define.ts';
import { FloorwalkChat } from './chat.ts';

define('floorwalk-chat', FloorwalkChat);

export { FloorwalkChat };
export type { CustomerMessageEvent, CustomerTypingEvent } from '../../events/customer-events.ts';
