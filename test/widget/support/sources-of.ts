/** The code of a module of ours and of all that it loads, as the browser gets it; packages of others are left out. */
export const sourcesOf = async (entry: string): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  const visit = async (path: string): Promise<void> => {
    if (found.has(path)) return;
    found.set(path, '');
    const source = await (await fetch(path)).text();
    found.set(path, source);
    for (const [, specifier] of source.matchAll(/(?:from|import)\s+"([^"]+)"/gu)) {
      const next = new URL(specifier ?? '', new URL(path, location.href)).pathname;
      if (next.startsWith('/widget/') || next.startsWith('/core/')) await visit(next);
    }
  };
  await visit(entry);
  return found;
};
