import { define } from '../../define/define.ts';
import { FloorwalkChat } from './chat.ts';

define('floorwalk-chat', FloorwalkChat);
