/** A source file with short style sheets and templates; null where there is none. */
export function lean(source: string, fileName: string): Promise<{ readonly code: string } | null>;
/** Style sheets and templates without white space and comments that a browser does not need. */
export function leanTemplates(): object;
/** A Vite plugin that leaves design values out that none of a file's style sheets reads. */
export function leanValues(): object;
/** Drops every `--_name: value;` that nothing reads. */
export function withoutUnread(code: string): string;
/** Gives every private value `--_name` a name of a letter or two. */
export function withShortValues(code: string): string;
