import { define } from '../../define/define.ts';
import { FloorwalkMonitor } from './monitor.ts';

define('floorwalk-monitor', FloorwalkMonitor);
