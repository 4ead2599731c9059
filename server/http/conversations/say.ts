import { isRefusal, refuse, type Actor, type Refusal } from '@floorwalk/core';
import { MAX_TEXT } from '@floorwalk/core/conversation';
import { effectiveActor } from '@floorwalk/core/directory';
import { http } from '@floorwalk/core/protocol';
import * as v from 'valibot';
import type { Answer, Call } from '../call.ts';

const anyText = v.object({ text: v.string() });

/** Says something on the plane that the body names; the message's id makes a repeat harmless (P4). */
export const say: Answer = async (call) => {
  const long = call.body(anyText);
  if (!isRefusal(long) && long.text.length > MAX_TEXT) return refuse('tooLarge');
  const body = call.body(http.sayBody);
  if (isRefusal(body)) return body;
  const conversation = call.param('id');
  const speaker = speakerOf(call, conversation, body.from);
  if (isRefusal(speaker)) return speaker;
  const { id, text, plane } = body;
  const done = await call.run(
    { of: 'conversation', id: conversation, command: { type: 'Say', plane, id, text } },
    undefined,
    speaker,
  );
  return isRefusal(done) ? done : { ...done, message: id };
};

type From = v.InferOutput<typeof http.sayBody>['from'];

/** People speak for themselves; an integration says for whom it speaks: the customer, or an agent who works elsewhere. */
function speakerOf({ actor, tenant }: Call, conversation: string, from: From): Actor | Refusal {
  if (actor.kind !== 'integration')
    return from === undefined ? actor : refuse('malformed', { detail: 'from: only integrations name who speaks.' });
  if (!actor.rights.includes('say')) return refuse('role');
  if (from === undefined)
    return refuse('malformed', { detail: 'from: name who speaks, as {"customer": {}} or {"agent": "id"}.' });
  if ('customer' in from) return { kind: 'customer', conversation };
  const person = tenant.floor.people.get(from.agent);
  if (!person || !person.roles.includes('agent') || person.disabled) return refuse('unknownAgent');
  return effectiveActor(person, undefined, undefined, 'api', actor.id);
}
