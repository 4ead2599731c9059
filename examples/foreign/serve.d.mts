/** What the page may do: run its own scripts and Floorwalk's, talk to Floorwalk, and make markup by these two policies. */
export function policyFor(floorwalk: string): string;
/** Serves the page for this Floorwalk; resolves once it listens. */
export function serveForeign(options?: {
  readonly floorwalk?: string;
  readonly port?: number;
  readonly host?: string;
}): Promise<{ readonly url: string; close(): Promise<void> }>;
