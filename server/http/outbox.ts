import { Router } from 'express';
import * as v from 'valibot';
import { isRefusal, refuse, type Refusal } from '@floorwalk/core';
import { deliveryOutcomes, type DeliveryOutcome } from '@floorwalk/core/conversation';
import { Outbox, partsOf } from '../channels/outbox.ts';
import type { PublicPorts } from '../live/customer/port.ts';
import type { Answer, Call } from './call.ts';
import { respond } from './respond.ts';

const LONGEST_WAIT_S = 25;
const PAGE = 200;
/** How often whoever waits is looked at again (R3). */
const LOOK_MS = 2_000;

/**
 * How a delivery went (N2): `delivered` holds for what came before it in the conversation too, unless that was answered
 * otherwise; `failed`, and `unknown` where it may or may not have been shown, are on the record and shown to staff.
 */
export const deliveryBody = v.object({
  outcome: v.picklist(deliveryOutcomes),
  reason: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
});

export interface OutboxRoutes {
  readonly router: Router;
  /** Stops listening and answers everybody who waits. */
  close(): void;
}

/** `/v1/outbox`, an integration's way out: what to deliver in its workstreams, each answered with how it went. */
export function outboxRoutes(ports: PublicPorts, delivered: (outcome: DeliveryOutcome) => void): OutboxRoutes {
  const outboxes = new Map<string, Promise<Outbox>>();
  const outboxOf = ({ tenant }: Call): Promise<Outbox> => {
    const known = outboxes.get(tenant.id);
    if (known) return known;
    const made = ports(tenant.id).then((port) => new Outbox(tenant, port));
    outboxes.set(tenant.id, made);
    // What failed, as while the store is away, is made again by who asks next.
    made.catch(() => outboxes.delete(tenant.id));
    return made;
  };

  const read: Answer = async (call) => {
    const no = mayDeliver(call);
    if (no) return no;
    const workstreams = call.queries('workstream');
    const unknown = workstreams.find((id) => !call.tenant.floor.workstreams.has(id));
    if (unknown !== undefined || workstreams.length === 0) return refuse('unknownWorkstream');
    const wait = Number(call.query('wait') ?? 0);
    if (!(wait >= 0 && wait <= LONGEST_WAIT_S))
      return refuse('malformed', { detail: `wait: must be from 0 to ${LONGEST_WAIT_S} seconds.` });
    const outbox = await outboxOf(call);
    const until = Date.now() + wait * 1_000;
    let after = call.query('after');
    for (;;) {
      const { heard } = outbox;
      if (call.isWithdrawn) return refuse('unauthenticated');
      const page = await outbox.read(workstreams, after, PAGE);
      const left = until - Date.now();
      if (page.items.length > 0 || page.stale || left <= 0 || call.gone.aborted || outbox.isClosed)
        return { ...page, total: page.items.length };
      after = page.next;
      await outbox.wait(Math.min(left, LOOK_MS), call.gone, heard);
    }
  };

  const answer: Answer = async (call) => {
    const no = mayDeliver(call);
    if (no) return no;
    const body = call.body(deliveryBody);
    if (isRefusal(body)) return body;
    const parts = partsOf(call.param('id'));
    const [item] = parts ? await call.tenant.readPlane(parts.conversation, 'public', parts.offset - 1, 1) : [];
    if (!parts || item?.offset !== parts.offset)
      return refuse('unknownRoute', { detail: 'There is no such delivery.' });
    const { conversation, offset } = parts;
    const { outcome } = body;
    const command = { type: 'ReportDelivery', entry: item.id, offset, outcome } as const;
    const done = await call.run({ of: 'conversation', id: conversation, command }, undefined);
    if (isRefusal(done)) return done;
    delivered(outcome);
    return { id: call.param('id'), outcome: body.outcome };
  };

  const router = Router();
  router.get('/', respond(read));
  router.post('/:id', respond(answer));
  return {
    router,
    close: () => {
      for (const outbox of outboxes.values()) outbox.then((open) => open.close()).catch(() => undefined);
    },
  };
}

const mayDeliver = ({ actor }: Call): Refusal | null =>
  actor.kind === 'integration' && actor.rights.includes('deliver') ? null : refuse('role');
