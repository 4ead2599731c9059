import { actorId } from '../../actor.ts';
import { whyNot } from '../../policy/policy.ts';
import { refuse } from '../../refusals.ts';
import { nothing, type Ask, type Decide } from './decision.ts';

/** Asks only: monitoring writes nothing to the conversation (M2). */
export const monitor: Decide<'Monitor'> = (c, _command, ask) =>
  whyNot('monitor', { ...ask, conversation: c }) ?? nothing;

/** The supervisor becomes a consultant; a repeat changes nothing (M4, M5). */
export const join: Decide<'Join'> = (c, _command, ask) => {
  const me = actorId(ask.actor);
  if ([...c.consultants, ...c.consultees].some((p) => p.id === me)) return nothing;
  return (
    whyNot('join', { ...ask, conversation: c }) ?? { events: [{ ...stamp(ask), type: 'ConsultantJoined', person: me }] }
  );
};

/** Leaving never ends the conversation (M5); somebody who is no participant has left already. */
export const leave: Decide<'Leave'> = (c, _command, ask) => {
  const me = actorId(ask.actor);
  if (c.consultants.some((p) => p.id === me))
    return { events: [{ ...stamp(ask), type: 'ConsultantLeft', person: me }] };
  if (c.consultees.some((p) => p.id === me)) return { events: [{ ...stamp(ask), type: 'ConsulteeLeft', person: me }] };
  return ask.actor.kind === 'person' ? nothing : refuse('role');
};

const stamp = (ask: Ask) => ({ at: ask.now, by: actorId(ask.actor) });
