import { define } from '../../define/define.ts';
import { FloorwalkSettings } from './settings.ts';

define('floorwalk-settings', FloorwalkSettings);

export { FloorwalkSettings };
