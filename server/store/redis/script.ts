import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Sends one command to Redis and answers its reply as RESP 2 has it. */
export type Send = (command: readonly string[]) => Promise<unknown>;

/** What follows the named keys and arguments, where a script declares that it takes more. */
export interface More {
  readonly keys?: readonly string[];
  readonly args?: readonly string[];
}

export type Script<Key extends string, Arg extends string, Reply> = (
  send: Send,
  keys: { readonly [K in Key]: string },
  args: { readonly [A in Arg]: string | number },
  more?: More,
) => Promise<Reply>;

/**
 * Binds a Lua file to named keys and arguments, so that no caller counts positions. Throws at load if the names differ
 * from those in the file's header, so that the header cannot drift from the code. A long script is one file for each of
 * its ideas: parts are included when it is loaded, and Redis gets one text.
 */
export function script<const Key extends string, const Arg extends string, Reply>(
  file: URL,
  signature: { keys: readonly Key[]; args: readonly Arg[]; reply: (raw: unknown) => Reply },
): Script<Key, Arg, Reply> {
  const lua = composed(file);
  const sha = createHash('sha1').update(lua).digest('hex');
  const { keys: keyNames, args: argNames, reply } = signature;
  assertHeader(file, lua, { KEYS: keyNames, ARGV: argNames });

  return async (send, keys, args, more = {}) => {
    const keyList = [...keyNames.map((name) => keys[name]), ...(more.keys ?? [])];
    const operands = [
      String(keyList.length),
      ...keyList,
      ...argNames.map((name) => String(args[name])),
      ...(more.args ?? []),
    ];
    const raw = await send(['EVALSHA', sha, ...operands]).catch((cause: unknown) => {
      if (!(cause instanceof Error && cause.message.startsWith('NOSCRIPT'))) throw cause;
      return send(['EVAL', lua, ...operands]);
    });
    return reply(raw);
  };
}

/** The file with the parts that it names (`-- include path`, from its own folder) in their places. */
const composed = (file: URL): string =>
  readFileSync(file, 'utf8').replace(/^-- include (\S+)$/gmu, (_, part: string) =>
    readFileSync(new URL(part, file), 'utf8').trimEnd(),
  );

/** Reads the rows `KEYS 1 meta …`, `2 events …` of the leading comment, and that it says what is returned. */
function assertHeader(file: URL, lua: string, declared: { KEYS: readonly string[]; ARGV: readonly string[] }): void {
  const found: { KEYS: string[]; ARGV: string[] } = { KEYS: [], ARGV: [] };
  const header = lua.slice(0, lua.indexOf(']]'));
  let list: 'KEYS' | 'ARGV' | undefined;
  for (const line of header.split('\n')) {
    const row = /^\s*(KEYS|ARGV)?\s*\d+\s+(\w+)/.exec(line);
    list = (row?.[1] as typeof list) ?? list;
    if (row?.[2] !== undefined && list !== undefined) found[list].push(row[2]);
  }
  for (const kind of ['KEYS', 'ARGV'] as const) {
    if (found[kind].join() === declared[kind].join()) continue;
    throw new Error(
      `${file.pathname}: the header lists ${kind} ${found[kind].join()}, the code ${declared[kind].join()}`,
    );
  }
  if (!/^\s*Returns\b/m.test(header)) throw new Error(`${file.pathname}: the header does not say what it returns`);
}
