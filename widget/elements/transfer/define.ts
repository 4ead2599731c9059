import { define } from '../../define/define.ts';
import { FloorwalkTransfer } from './transfer.ts';

define('floorwalk-transfer', FloorwalkTransfer);
