import { define } from '../../define/define.ts';
import { FloorwalkSupervisor } from './supervisor.ts';

define('floorwalk-supervisor', FloorwalkSupervisor);
