import { refuse, type Refusal } from '@floorwalk/core';
import type { Call } from './call.ts';

/** Asked before the body is read, so that nobody learns from a body's problems what they may not do. */
export const administratorOnly = ({ actor }: Pick<Call, 'actor'>): Refusal | null =>
  actor.kind === 'person' && actor.roles.includes('administrator') ? null : refuse('role');
