import { define } from '../../define/define.ts';
import { FloorwalkTeams } from './teams.ts';

define('floorwalk-teams', FloorwalkTeams);

export { FloorwalkTeams };
