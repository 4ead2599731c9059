import { define } from '../../define/define.ts';
import { FloorwalkFloor } from './floor.ts';

define('floorwalk-floor', FloorwalkFloor);
