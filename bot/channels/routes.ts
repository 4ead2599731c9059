/** Where customers of a channel arrive: in this workstream, and in its own queue or another. */
export interface Route {
  readonly workstream: string;
  readonly queue?: string;
}
export type Routes = ReadonlyMap<string, Route>;

const ROUTE = /^([a-z0-9-]+)=([A-Za-z0-9._:@-]{1,128})(?:\/([A-Za-z0-9._:@-]{1,128}))?$/u;

/** `sms=sms-support` and `webchat=live-chat/billing` as routes; `problems` names what is none. Teams is for supervisors. */
export function readRoutes(items: readonly string[]): {
  readonly routes: Routes;
  readonly problems: readonly string[];
} {
  const routes = new Map<string, Route>();
  const problems: string[] = [];
  for (const item of items) {
    const [, channel = '', workstream = '', queue] = ROUTE.exec(item) ?? [];
    if (channel === '') problems.push(`BOT_CUSTOMERS must be like webchat=live-chat or sms=sms/billing, not ${item}.`);
    else if (channel === 'msteams') problems.push('BOT_CUSTOMERS cannot name msteams: supervisors are there.');
    else routes.set(channel, { workstream, ...(queue !== undefined && { queue }) });
  }
  return { routes, problems };
}
