// A Vite plugin for a page's only file: the sentences that none of its panels says are left out, in every language, and
// the keys of the others are short. In the sources a key says what it stands for.
import { readFileSync } from 'node:fs';

/** Every node below a node of a syntax tree. */
export function* nodesOf(node) {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const one of node) yield* nodesOf(one);
    return;
  }
  if (typeof node.type === 'string') yield node;
  for (const value of Object.values(node)) yield* nodesOf(value);
}

/** A text that stands there as a whole, as keys do. */
const literalOf = (node) => {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  return node.type === 'TemplateLiteral' && node.expressions.length === 0 ? node.quasis[0].value.cooked : undefined;
};

/** Replaces `[start, end, text]` pieces of a text. */
const replaced = (code, pieces) =>
  pieces
    .toSorted(([a], [b]) => b - a)
    .reduce((text, [start, end, by]) => text.slice(0, start) + by + text.slice(end), code);

/**
 * Which keys may be shortened: those that are written in the sources as a whole text between quotation marks and as
 * nothing else, and not at all in `foreign` sources, where the same text is a name on the wire.
 */
export function shortKeys(keys, own, foreign) {
  const named = new Set(foreign.flatMap((source) => source.match(/\w+/gu) ?? []));
  for (const source of own)
    for (const [, before, word, after] of source.matchAll(/(^|.)\b([a-z]\w*)\b(?=(.|$))/gmu))
      if (!/['"]/u.test(before) || before !== after) named.add(word);
  const free = keys.filter((key) => /^[a-z]+[A-Z]/u.test(key) && !named.has(key)).toSorted();
  return new Map(free.map((key, index) => [key, `$${index.toString(36)}`]));
}

/** A module with short keys: in a table of sentences where they are defined, elsewhere where they are asked for. */
export function withShortKeys(program, code, short, isTable) {
  const pieces = [];
  for (const node of nodesOf(program)) {
    for (const { key } of isTable && node.type === 'ObjectExpression' ? node.properties : [])
      if (short.has(key?.name)) pieces.push([key.start, key.end, short.get(key.name)]);
    const by = isTable ? undefined : short.get(literalOf(node));
    if (by !== undefined) pieces.push([node.start, node.end, `'${by}'`]);
  }
  return replaced(code, pieces);
}

/** The texts of a program that stand there as a whole. */
export const textsOf = (program) => [...nodesOf(program)].flatMap((node) => literalOf(node) ?? []);

/** Code without the sentences of short keys that are not `read`. */
export function withoutUnsaid(program, code, read) {
  const pieces = [];
  for (const node of nodesOf(program))
    for (const { key, start, end } of node.type === 'ObjectExpression' ? node.properties : [])
      if (/^\$[0-9a-z]+$/u.test(key?.name) && !read.has(key.name))
        pieces.push([start, end + (/^\s*,/u.exec(code.slice(end))?.[0].length ?? 0), '']);
  return replaced(code, pieces);
}

/** `tables` knows the modules of sentences by their ids; `own` and `foreign` are files, as `shortKeys` has them. */
export const leanWords = ({ keys, tables, own, foreign }) => {
  const textOf = (file) => readFileSync(file, 'utf8');
  const isTable = (id) => tables.test(id);
  const short = shortKeys(keys, own.filter((file) => !isTable(file)).map(textOf), foreign.map(textOf));
  return {
    name: 'floorwalk-lean-words',
    apply: 'build',
    transform: {
      // After types are gone.
      order: 'post',
      handler(code, id) {
        if (!/\/widget\/.*\.ts$/u.test(id)) return undefined;
        const lean = withShortKeys(this.parse(code), code, short, isTable(id));
        return lean === code ? undefined : { code: lean, map: null };
      },
    },
    renderChunk: {
      order: 'pre',
      handler(code, _chunk, _options, { chunks }) {
        // Of a module only what is left of it when the rest has been shaken off.
        const left = Object.values(chunks).flatMap(({ modules }) => Object.entries(modules));
        const said = left.flatMap(([id, module]) => (isTable(id) ? [] : textsOf(this.parse(module.code ?? ''))));
        const read = new Set(said);
        return { code: withoutUnsaid(this.parse(code), code, read), map: null };
      },
    },
  };
};
