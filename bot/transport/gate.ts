import type { InboundActivity } from './activity.ts';
import { tenantOf } from './activity.ts';

/** From where activities are taken; anything else is turned away before the SDK sees it. */
export interface GateRules {
  readonly channels: readonly string[];
  /** Microsoft Entra tenants; empty only in the demonstration, where any counts. */
  readonly tenants: readonly string[];
  /** Hosts of the service that may be answered. */
  readonly serviceHosts: readonly string[];
  /** Plain HTTP on this machine, for the demonstration and tests. */
  readonly allowsLoopback: boolean;
}

/** Why an activity is turned away, for the log; the caller hears one fixed sentence. */
export type GateRefusal = 'channel' | 'serviceUrl' | 'tenant' | 'sender';

/** Null where an activity may pass. The SDK checks the signature, but neither tenant nor a missing service address. */
export function whyTurnedAway(activity: InboundActivity, rules: GateRules): GateRefusal | null {
  if (!rules.channels.includes(activity.channelId)) return 'channel';
  if (!isAllowedService(activity.serviceUrl, rules)) return 'serviceUrl';
  if (activity.channelId !== 'msteams') return null;
  const tenant = tenantOf(activity);
  const told = [activity.channelData?.tenant?.id, activity.conversation.tenantId];
  // Two tenants in one activity are a lie in one of them.
  if (tenant === undefined || told.some((one) => one !== undefined && one !== tenant)) return 'tenant';
  if (rules.tenants.length > 0 ? !rules.tenants.includes(tenant) : !rules.allowsLoopback) return 'tenant';
  return activity.from.id === '' || activity.conversation.id === '' ? 'sender' : null;
}

function isAllowedService(address: string | undefined, rules: GateRules): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (protocol === 'https:') return rules.serviceHosts.includes(hostname);
  return protocol === 'http:' && rules.allowsLoopback && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
