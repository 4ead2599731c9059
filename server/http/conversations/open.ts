import { createHash, randomUUID } from 'node:crypto';
import { isRefusal } from '@floorwalk/core';
import { http } from '@floorwalk/core/protocol';
import type { Answer } from '../call.ts';

/** Opens a conversation. With an `Idempotency-Key` and no id of the caller's own, the key decides the id: a repeat finds the first. */
export const open: Answer = (call) => {
  const body = call.body(http.openBody);
  if (isRefusal(body)) return body;
  const id = body.id ?? (call.key === undefined ? randomUUID() : idFromKey(`${call.tenant.id} ${call.key}`));
  const { workstream, queue, customer, subject, context, previous } = body;
  const { name, id: customerId, locale } = customer;
  return call.run(
    {
      of: 'conversation',
      id,
      command: {
        type: 'Open',
        workstream,
        customer: {
          name,
          ...(customerId !== undefined && { id: customerId }),
          ...(locale !== undefined && { locale }),
        },
        ...(queue !== undefined && { queue }),
        ...(subject !== undefined && { subject }),
        ...(context !== undefined && { context }),
        ...(previous !== undefined && { previous }),
      },
    },
    call.key ?? (body.id === undefined ? undefined : `open:${body.id}`),
  );
};

const idFromKey = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 32);
