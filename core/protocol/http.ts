import * as v from 'valibot';
import { customer, entryName, handText, handover, id, override, plane, recordContext, text, line } from './common.ts';
import { floorLook, viewName } from './floor.ts';
import { channels, chosenPresences, DAY_MS, distributions, presences, roles } from '../words.ts';
import { integrationRights } from '../directory/integration.ts';
import { switches } from '../directory/directory.ts';

export const openBody = v.object({
  id: v.optional(id),
  workstream: id,
  queue: v.optional(id),
  customer,
  subject: v.optional(line),
  context: v.optional(recordContext),
  previous: v.optional(id),
});
/** `from` is for integrations: the customer, or an agent who works elsewhere. */
export const sayBody = v.object({
  id,
  text,
  plane,
  from: v.optional(v.union([v.object({ customer: v.unknown() }), v.object({ agent: id })])),
});
/** Entries of which the caller's other client, as in Teams, does not know whether it showed them; it replaces what was said before. */
export const undeliveredBody = v.object({ entries: v.pipe(v.array(id), v.maxLength(200)) });
export const assignBody = v.object({ agent: v.optional(id), queue: v.optional(id), override: v.optional(override) });
export const transferBody = v.object({
  agent: v.optional(id),
  queue: v.optional(id),
  reason: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
  handover: v.optional(handover),
  override: v.optional(override),
});
export const forceCloseBody = v.object({ reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1_000)) });
export const raiseHandBody = v.object({ text: handText });
export const presenceBody = v.object({ presence: v.pipe(v.string(), v.maxLength(128)) });
export const leaseBody = v.object({ seconds: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(30)), 30) });
export const demoTokenBody = v.object({ role: v.picklist(roles), user: v.optional(id) });
/** From anybody's page: what stands on supervisors' floors is kept short. */
export const chatBody = v.object({
  workstream: v.optional(id),
  queue: v.optional(id),
  customer: v.optional(v.object({ ...customer.entries, name: v.pipe(customer.entries.name, v.maxLength(200)) }), {
    name: 'Visitor',
  }),
  subject: v.optional(v.pipe(line, v.maxLength(500))),
  context: v.optional(recordContext),
  /** Who the customer is, signed by the site whose page this is; without it they are anonymous. */
  identity: v.optional(v.pipe(v.string(), v.maxLength(4_096))),
});

const claim = v.pipe(
  v.string(),
  v.minLength(1, 'must not be empty'),
  v.maxLength(1_000, 'must be at most 1000 characters'),
);
const duration = v.pipe(v.number(), v.minValue(0), v.maxValue(365 * DAY_MS, 'must be at most a year'));
const nullableDuration = v.nullable(duration);
export const workstreamBody = v.object({
  name: entryName,
  channel: v.picklist(channels),
  queue: id,
  units: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1_000))),
  allowedPresences: v.optional(v.array(v.picklist(presences))),
  acceptance: v.optional(v.picklist(['offer', 'automatic'])),
  offerFor: v.optional(v.pipe(duration, v.minValue(1_000))),
  wrapUpUnits: v.optional(v.union([v.picklist(['always', 'never']), duration])),
  autoClose: v.optional(v.object({ open: nullableDuration, waiting: nullableDuration, 'wrap-up': nullableDuration })),
  targets: v.optional(
    v.object({ firstReply: v.optional(duration), reply: v.optional(duration), agentSilent: v.optional(duration) }),
  ),
  keepSameAgent: v.optional(v.boolean()),
  mayPark: v.optional(v.boolean()),
  customerGrace: v.optional(duration),
  disabled: v.optional(v.boolean()),
});
export const queueBody = v.object({
  name: entryName,
  kind: v.optional(v.picklist(['messaging', 'record', 'voice'])),
  distribution: v.optional(v.picklist(distributions)),
  sentimentAlert: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)))),
  disabled: v.optional(v.boolean()),
});
/** A queue as it is saved over HTTP: `members` are its people after this, in the same step; without it they stay. */
export const queueSaveBody = v.object({ ...queueBody.entries, members: v.optional(v.array(id)) });
export const personBody = v.object({
  name: entryName,
  roles: v.array(v.picklist(roles)),
  scope: v.optional(v.union([v.literal('all'), v.array(id)])),
  capacity: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(10_000))),
  queues: v.optional(v.array(id)),
  identities: v.optional(
    v.array(
      v.union([
        v.object({ issuer: claim, subject: claim }),
        v.object({ entra: v.object({ tenant: claim, object: claim }) }),
      ]),
    ),
  ),
  bot: v.optional(v.boolean()),
  disabled: v.optional(v.boolean()),
});
/** An integration without its keys, which are made and revoked one by one. */
export const integrationBody = v.object({
  name: entryName,
  rights: v.array(v.picklist(integrationRights)),
  disabled: v.optional(v.boolean()),
});
/** A new key: `label` says where it is used, `expiresAt` when it ends by itself. */
export const keyBody = v.object({
  label: v.optional(entryName),
  expiresAt: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export const policyBody = v.object({
  switches: v.optional(
    v.partial(
      v.object(
        Object.fromEntries(switches.map((s) => [s, v.boolean()])) as Record<
          (typeof switches)[number],
          v.BooleanSchema<undefined>
        >,
      ),
    ),
  ),
  consent: v.optional(v.picklist(['shown', 'accepted', 'elsewhere'])),
  monitoringVisibleToAgent: v.optional(v.boolean()),
  auditVisibleToAgent: v.optional(v.boolean()),
  silencedNotices: v.optional(v.array(v.pipe(v.string(), v.maxLength(200)))),
  wording: v.optional(v.record(v.string(), v.pipe(v.string(), v.maxLength(2_000)))),
  customPresences: v.optional(v.array(v.object({ id, name: entryName, base: v.picklist(chosenPresences) }))),
});
/** A whole directory, for `npm run setup -- FILE.json`. */
export const directoryFile = v.object({
  tenant: id,
  queues: v.optional(v.record(id, queueBody), {}),
  workstreams: v.optional(v.record(id, workstreamBody), {}),
  people: v.optional(v.record(id, personBody), {}),
  /** `keys`: one for each label that has none; each is made when the file is loaded and shown then only. */
  integrations: v.optional(
    v.record(id, v.object({ ...integrationBody.entries, keys: v.optional(v.array(keyBody), []) })),
    {},
  ),
  policy: v.optional(policyBody),
});
export type DirectoryFile = v.InferOutput<typeof directoryFile>;
/** A view to save under a name; `If-Match` says which version of it was read. */
export const viewBody = v.object({ name: viewName, shared: v.optional(v.boolean(), false), look: floorLook });
/** With which view a person's floor opens; null: as they left it. */
export const openingViewBody = v.object({ view: v.nullable(id) });
