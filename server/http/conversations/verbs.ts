import { isRefusal, refuse, type Actor, type Refusal } from '@floorwalk/core';
import type { ConversationCommand } from '@floorwalk/core/conversation';
import { command, http, parse } from '@floorwalk/core/protocol';
import type * as v from 'valibot';
import { toRequest } from '../../commands/to-request.ts';
import type { Answer, Call } from '../call.ts';

/** Verbs of `POST /v1/conversations/:id/VERB` whose body the live protocol's command of the same name has too. */
export const bodies = {
  assign: http.assignBody,
  transfer: http.transferBody,
  'force-close': http.forceCloseBody,
  'raise-hand': http.raiseHandBody,
} as const satisfies Record<string, v.GenericSchema>;
const plain = [
  'cancel-transfer',
  'withdraw',
  'pick',
  'accept',
  'reject',
  'release',
  'park',
  'resume',
  'end',
  'close',
  'join',
  'leave',
  'lower-hand',
  'claim',
] as const;
/** What only integrations and bots send, and no panel. */
const outside = { elevate: { type: 'Elevate' }, 'hand-over': { type: 'HandOver' } } as const satisfies Record<
  string,
  ConversationCommand
>;

/** Every verb but `monitor` and `unmonitor`, which are leases. */
export const verbs: readonly string[] = [...Object.keys(bodies), ...plain, ...Object.keys(outside)];

/** Carries out one verb. */
export const act =
  (verb: string): Answer =>
  (call) => {
    const conversation = call.param('id');
    const special = integrationCommand(call.actor, verb);
    if (special) {
      const as: Actor = special.type === 'CustomerEnd' ? { kind: 'customer', conversation } : call.actor;
      return call.run({ of: 'conversation', id: conversation, command: special }, call.key, as);
    }
    const fields = fieldsOf(call, verb);
    if (isRefusal(fields)) return fields;
    const parsed = parse(command, { ...fields, type: verb, conversation });
    if (!parsed.ok) return refuse('malformed', { detail: parsed.reason });
    const person = call.actor.kind === 'person' ? call.actor.id : '';
    const asked = toRequest(parsed.value, person);
    return isRefusal(asked) ? asked : call.run(asked);
  };

/** What an integration means by a verb: `end` and `leave` are its customer's. */
function integrationCommand(actor: Actor, verb: string): ConversationCommand | undefined {
  if (verb === 'elevate' || verb === 'hand-over') return outside[verb];
  const isCustomers = verb === 'end' || verb === 'leave';
  return actor.kind === 'integration' && actor.rights.includes('say') && isCustomers
    ? { type: 'CustomerEnd' }
    : undefined;
}

function fieldsOf(call: Call, verb: string): object | Refusal {
  if (verb === 'transfer') {
    const body = call.body(http.transferBody);
    if (isRefusal(body) || body.reason === undefined) return body;
    const { reason, ...rest } = body;
    return { ...rest, handover: { ...rest.handover, reason: rest.handover?.reason || reason } };
  }
  return Object.hasOwn(bodies, verb) ? call.body(bodies[verb as keyof typeof bodies]) : {};
}
