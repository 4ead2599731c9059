import type { InboundActivity } from './activity.ts';
import { tenantOf } from './activity.ts';

/** From where activities are taken; anything else is turned away before the SDK sees it. */
export interface GateRules {
  readonly channels: readonly string[];
  /** Microsoft Entra tenants; empty only in the demonstration, where any counts. */
  readonly tenants: readonly string[];
  /** Hosts of the service that may be answered. */
  readonly serviceHosts: readonly string[];
  /** Channels of customers, and the hosts that those come from. */
  readonly customers?: { readonly channels: readonly string[]; readonly serviceHosts: readonly string[] };
  /** Plain HTTP on this machine, for the demonstration and tests. */
  readonly allowsLoopback: boolean;
}

/** Why an activity is turned away, for the log; the caller hears one fixed sentence. */
export type GateRefusal = 'channel' | 'serviceUrl' | 'tenant' | 'sender';

/** Null where an activity may pass. The SDK checks the signature, but neither tenant nor a missing service address. */
export function whyTurnedAway(activity: InboundActivity, rules: GateRules): GateRefusal | null {
  const { customers } = rules;
  const isCustomers = customers?.channels.includes(activity.channelId) === true;
  if (!isCustomers && !rules.channels.includes(activity.channelId)) return 'channel';
  const hosts = isCustomers ? customers.serviceHosts : rules.serviceHosts;
  if (!isAllowedService(activity.serviceUrl, hosts, rules.allowsLoopback)) return 'serviceUrl';
  if (activity.from.id === '' || activity.conversation.id === '') return 'sender';
  if (activity.channelId !== 'msteams') return null;
  const tenant = tenantOf(activity);
  const told = [activity.channelData?.tenant?.id, activity.conversation.tenantId];
  // Two tenants in one activity are a lie in one of them.
  if (tenant === undefined || told.some((one) => one !== undefined && one !== tenant)) return 'tenant';
  if (rules.tenants.length > 0 ? !rules.tenants.includes(tenant) : !rules.allowsLoopback) return 'tenant';
  return null;
}

function isAllowedService(address: string | undefined, hosts: readonly string[], allowsLoopback: boolean): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (protocol === 'https:') return hosts.includes(hostname);
  return protocol === 'http:' && allowsLoopback && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
