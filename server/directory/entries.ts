import {
  personDefaults,
  queueDefaults,
  workstreamDefaults,
  type Integration,
  type Person,
  type Policy,
  type Queue,
  type Workstream,
} from '@floorwalk/core/directory';
import type { http } from '@floorwalk/core/protocol';
import type * as v from 'valibot';

type WorkstreamBody = v.InferOutput<typeof http.workstreamBody>;
type QueueBody = v.InferOutput<typeof http.queueBody>;
type PersonBody = v.InferOutput<typeof http.personBody>;
type IntegrationBody = v.InferOutput<typeof http.integrationBody>;
type PolicyBody = v.InferOutput<typeof http.policyBody>;

/** A workstream as saved: what the body leaves out is the channel's default (C3). */
export function workstreamFrom(id: string, body: WorkstreamBody): Workstream {
  const defaults = workstreamDefaults(body.channel);
  const targets = body.targets === undefined ? defaults.targets : given(body.targets);
  return { ...defaults, ...given(body), targets, id };
}

/** A queue as saved. */
export const queueFrom = (id: string, body: QueueBody): Queue => ({ ...queueDefaults, ...given(body), id });

/** A person as saved. */
export const personFrom = (id: string, body: PersonBody): Person => ({ ...personDefaults, ...given(body), id });

/** An integration as saved; its keys are made and revoked by themselves. */
export const integrationFrom = (id: string, body: IntegrationBody, keys: Integration['keys']): Integration => ({
  disabled: false,
  ...given(body),
  id,
  keys,
});

/** The policy with what the body names changed; the rest stays, since there is one and nobody sends all of it. */
export function policyFrom(before: Policy, body: PolicyBody): Policy {
  const { switches, ...rest } = body;
  return { ...before, ...given(rest), switches: { ...before.switches, ...given(switches ?? {}) } };
}

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the fields that were left out, so that spreading it keeps defaults. */
function given<T extends object>(body: T): Given<T> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Given<T>;
}
