/** Style sheets and templates as one line each. */
export function onOneLine(source: string): string;
/** Drops every `--_name: value;` that nothing reads. */
export function withoutUnread(code: string): string;
/** A Vite plugin for the customer's page. */
export function leanStyles(): object;
