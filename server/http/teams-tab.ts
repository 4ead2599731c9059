import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { builtFiles } from './built-files.ts';
import { pagePolicy } from './page-policy.ts';

/** From here Teams' library reads who may be its host; where it may not, it has a list of its own. */
const ORIGIN_LIST = 'https://res.cdn.office.net';

/** Where `npm run build` puts the panels: beside this package, installed or not. */
export const builtPanels = fileURLToPath(new URL('../../widget/dist', import.meta.url));

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Floorwalk</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/teams/page.css" />
    <script type="module" src="/teams/panels/teams.js"></script>
  </head>
  <body>
    <main><floorwalk-teams></floorwalk-teams></main>
  </body>
</html>
`;

/** The panels reach to the page's edges. */
const style = 'html { color-scheme: light dark }\nbody { margin: 0 }\n';

/**
 * The page of the Teams tab at `/`, and the built panels beside it: alone among the server's pages it may stand in the
 * frames of these hosts. Throws with what to do where nothing is built in that folder.
 */
export function teamsTab(panels: string, hosts: readonly string[]): Router {
  if (!existsSync(join(panels, 'teams.js')))
    throw new Error(`The panels of the Teams tab are not in ${panels}. Run "npm run build" first.`);
  const router = Router();
  router.get('/', pagePolicy(hosts, [ORIGIN_LIST]), (_req, res) => {
    // The older header knows no list of hosts, and would forbid them all.
    res.removeHeader('X-Frame-Options');
    res.set('Cache-Control', 'no-cache').type('html').send(page);
  });
  router.get('/page.css', (_req, res) => void res.type('css').send(style));
  router.use('/panels', builtFiles(panels));
  return router;
}
