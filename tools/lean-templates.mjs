// Vite plugins for what browsers load: style sheets and templates as short as they can be, and without the design
// values that none of a page's style sheets reads.
import { minifyHTMLLiterals } from 'minify-literals';

/** A source file with style sheets and templates as short as they can be, and its map; null where there is none. */
export const lean = (source, fileName) =>
  // In a drawing, an element that is not closed would hold those after it.
  minifyHTMLLiterals(source, { fileName, htmlTags: ['html'], html: { keepClosingSlash: true } });

/** Style sheets and templates without white space and comments that a browser does not need. */
export const leanTemplates = () => ({
  name: 'floorwalk-lean-templates',
  apply: 'build',
  transform: {
    order: 'pre',
    handler: (source, id) =>
      /\/widget\/.*\.ts$/u.test(id) && !id.includes('node_modules') && source.includes('`')
        ? lean(source, id)
        : undefined,
  },
});

/** Drops every `--_name: value;` that no `var(--_name` reads, and then what only those read. */
export function withoutUnread(code) {
  const read = new Set([...code.matchAll(/var\(\s*--_([\w-]+)/gu)].map(([, name]) => name));
  const lean = code.replace(/--_([\w-]+):[^;`}]*(?:;\s*|(?=\}))/gu, (line, name) => (read.has(name) ? line : ''));
  return lean === code ? code : withoutUnread(lean);
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Gives every private value `--_name` a name of a letter or two, the shortest to what is named most. */
export function withShortValues(code) {
  const counts = new Map();
  for (const [, name] of code.matchAll(/--_([\w-]+)/gu)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
  const short = new Map(
    names.map((name, at) => {
      const [rest, last] = [Math.floor(at / LETTERS.length), LETTERS[at % LETTERS.length]];
      return [name, `--_${rest === 0 ? '' : LETTERS[rest - 1]}${last}`];
    }),
  );
  return code.replace(/--_([\w-]+)/gu, (_, name) => short.get(name));
}

/** For a page's only file: the values that none of its style sheets reads are left out, and the others' names are short. */
export const leanValues = () => ({
  name: 'floorwalk-lean-values',
  apply: 'build',
  renderChunk: { order: 'pre', handler: (code) => ({ code: withShortValues(withoutUnread(code)), map: null }) },
});
