// What a panel's sources say: which files make it up, which parts they have, which events leave them.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

export const widget = join(import.meta.dirname, '../../widget');

/** The panels' names: `agent`, `agents` … Teams' own tab is a page of the bot's and not for others. */
export const panelNames = globSync('elements/*/define.ts', { cwd: widget })
  .map((file) => basename(dirname(file)))
  .filter((name) => name !== 'teams')
  .sort();

/** All code of a panel: its own file and, transitively, what that imports, those loaded later too. */
export function codeOf(name) {
  const seen = new Map();
  const read = (file) => {
    if (seen.has(file) || !existsSync(file)) return;
    const code = readFileSync(file, 'utf8');
    seen.set(file, code);
    for (const [, specifier] of code.matchAll(/^(?!import type|export type).*?(?:from |import\()'(\.[^']+\.ts)'/gmu))
      read(resolve(dirname(file), specifier));
  };
  read(join(widget, 'elements', name, `${name}.ts`));
  return [...seen.values()].join('\n');
}

/** The names of every part in some code. */
export const partsIn = (code) =>
  [...new Set([...code.matchAll(/\bpart="([a-z][a-z -]*)"/gu)].flatMap(([, parts]) => parts.split(/\s+/u)))].toSorted(
    (a, b) => (a < b ? -1 : 1),
  );

/** Every event that leaves its element's shadow tree: its class, name, sentence, fields, and whether it can be prevented. */
export const events = globSync('events/*.ts', { cwd: widget })
  .sort()
  .flatMap((file) =>
    [
      ...readFileSync(join(widget, file), 'utf8').matchAll(
        /\/\*\*(?<doc>(?:(?!\*\/)[^])*)\*\/\nexport class (?<type>\w+) extends Event \{(?<body>[^]*?)\n\}/gu,
      ),
    ].map(({ groups: { doc, type, body } }) => ({
      type,
      file,
      name: /static readonly type = '([^']+)'/u.exec(body)[1],
      description: doc.replace(/\s*\n\s*\*\s?/gu, ' ').trim(),
      isCancelable: /cancelable: true/u.test(body),
      fields: [...body.matchAll(/^ {2}readonly (\w+): (.+);$/gmu)].map(([, field, of]) => ({ name: field, type: of })),
    })),
  );

/** The events that a panel lets out. */
export const eventsIn = (code) => events.filter(({ type }) => code.includes(`new ${type}(`));
