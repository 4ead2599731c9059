import { define } from '../../define/define.ts';
import { FloorwalkAudit } from './audit.ts';

define('floorwalk-audit', FloorwalkAudit);

export { FloorwalkAudit };
