import { define } from '../../define/define.ts';
import { FloorwalkAssign } from './assign.ts';

define('floorwalk-assign', FloorwalkAssign);
