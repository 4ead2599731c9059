// A Vite plugin for the customer's page, which is to open fast on a phone: its style sheets and templates without line
// breaks, and without the design values that none of its style sheets reads.

/** Style sheets and templates as one line each; a line break between words stays one space. */
export const onOneLine = (source) =>
  source.replace(/\b(css|html|svg)`[^`]*`/gu, (text, tag) => {
    const line = text.replace(/\/\*[^]*?\*\//gu, '').replace(/\s*\n\s*/gu, ' ');
    return tag === 'css' ? line.replace(/\s*([{};,])\s*/gu, '$1').replace(/: /gu, ':') : line;
  });

/** Drops every `--_name: value;` that no `var(--_name` reads, and then what only those read. */
export function withoutUnread(code) {
  const read = new Set([...code.matchAll(/var\(\s*--_([\w-]+)/gu)].map(([, name]) => name));
  const lean = code.replace(/--_([\w-]+):[^;`}]*[;]\s*/gu, (line, name) => (read.has(name) ? line : ''));
  return lean === code ? code : withoutUnread(lean);
}

/** The plugin. */
export const leanStyles = () => ({
  name: 'floorwalk-lean-styles',
  apply: 'build',
  transform: {
    order: 'pre',
    handler: (source, id) =>
      /\/widget\/.*\.ts$/u.test(id) && !id.includes('node_modules')
        ? { code: onOneLine(source), map: null }
        : undefined,
  },
  renderChunk: { order: 'pre', handler: (code) => ({ code: withoutUnread(code), map: null }) },
});
