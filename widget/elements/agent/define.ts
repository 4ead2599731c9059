import { define } from '../../define/define.ts';
import { FloorwalkAgent } from './agent.ts';

define('floorwalk-agent', FloorwalkAgent);
