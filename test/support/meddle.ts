import { isRefusal } from '@floorwalk/core';
import { RefusedError, type FloorwalkClient } from '../../server/replay/floorwalk-client.ts';
import type { DayPlayer } from '../../server/replay/play-day.ts';
import { SUPERVISOR } from '../../server/replay/prepare.ts';
import type { DayStep } from '../../server/replay/steps.ts';

/** Stands in every internal text, so that any byte of one is found. */
export const WHISPER = 'whisper-that-must-not-leave';

let made = 0;

/** After a step of the replay, a supervisor does something to the same conversation, in turn; refusals are part of it. */
export async function meddle(client: FloorwalkClient, player: DayPlayer, step: DayStep): Promise<void> {
  const conversation = player.customerOf(step.contact.id)?.conversation;
  if (!conversation || step.does === 'giveUp' || step.does === 'finish') return;
  made += 1;
  const path = (verb: string): string => `/v1/conversations/${conversation}/${verb}`;
  const note = { id: `note-${made}`, text: `${WHISPER} ${made}`, plane: 'internal' };
  const agent = `agent ${step.contact.agent}`;
  const acts: readonly (() => Promise<unknown>)[] = [
    () => client.post(path('monitor'), {}, SUPERVISOR),
    () => client.post(path('messages'), note, agent),
    () => client.post(path('join'), {}, SUPERVISOR),
    () => client.post(path('messages'), note, SUPERVISOR),
    () => client.get(`/v1/conversations/${conversation}/messages`, SUPERVISOR),
    () => client.post(path('transfer'), { agent: 'agent-04', override: { reason: WHISPER } }, SUPERVISOR),
    () => client.post(path('cancel-transfer'), {}, SUPERVISOR),
    () => client.post(path('leave'), {}, SUPERVISOR),
    () => client.post(path('assign'), { agent: 'agent-05', override: { reason: WHISPER } }, SUPERVISOR),
    () => client.post(path('raise-hand'), { text: `${WHISPER} ${made}` }, agent),
    () => client.post(path('claim'), {}, SUPERVISOR),
    () => client.post(path('lower-hand'), {}, agent),
  ];
  const act = acts[made % acts.length];
  const isPendingLeft = made % acts.length === 5;
  await act?.().catch(ignoreRefusal);
  // A pending transfer or offer would keep the recorded agent from acting as recorded.
  if (isPendingLeft) await client.post(path('cancel-transfer'), {}, SUPERVISOR).catch(ignoreRefusal);
  if (made % acts.length === 8) await client.post(path('withdraw'), {}, SUPERVISOR).catch(ignoreRefusal);
}

function ignoreRefusal(cause: unknown): void {
  if (!(cause instanceof RefusedError) && !isRefusal(cause)) throw cause;
}
