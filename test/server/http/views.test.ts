import { viewsContract } from '../../contracts/views.ts';
import { startSite } from '../../support/site.ts';

viewsContract(() => startSite());
