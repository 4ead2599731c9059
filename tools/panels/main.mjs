// `npm run reference`: writes the reference of the panels in widget/README.md anew.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { analyse } from './analyse.mjs';
import { withReference } from './readme.mjs';
import { widget } from './sources.mjs';

/** What widget/README.md must be. */
export async function currentReadme() {
  const file = join(widget, 'README.md');
  const declarations = analyse().modules.flatMap((it) => it.declarations);
  return format(withReference(declarations), { ...(await resolveConfig(file)), filepath: file });
}

if (import.meta.main) writeFileSync(join(widget, 'README.md'), await currentReadme());
