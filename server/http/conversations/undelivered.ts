import { isRefusal, refuse } from '@floorwalk/core';
import { http } from '@floorwalk/core/protocol';
import type { Answer } from '../call.ts';

/** Somebody who monitors may not have been shown these entries in Teams: their panels and those of the others say so. */
export const undelivered: Answer = (call) => {
  if (call.actor.kind !== 'person') return refuse('role');
  const body = call.body(http.undeliveredBody);
  if (isRefusal(body)) return body;
  return call.run({ of: 'roster', id: call.param('id'), command: { type: 'Doubt', entries: body.entries } });
};
