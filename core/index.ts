export {
  channels,
  kindOf,
  isLive,
  planes,
  presences,
  chosenPresences,
  distributions,
  roles,
  states,
  SECOND_MS,
  MINUTE_MS,
  DAY_MS,
} from './words.ts';
export type {
  Channel,
  ChosenPresence,
  Distribution,
  From,
  Plane,
  Presence,
  QueueKind,
  Role,
  State,
  Time,
} from './words.ts';
export { isRefusal, refusals, refuse } from './refusals.ts';
export type { Refusal, RefusalCode } from './refusals.ts';
export { actorId } from './actor.ts';
export type { Actor } from './actor.ts';
export { integrationRights } from './directory/integration.ts';
export type { IntegrationRight } from './directory/integration.ts';
