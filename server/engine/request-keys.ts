import { directoryId } from '@floorwalk/core/directory';
import type { Request } from './engine.ts';

/** The conversation that a request is about, if it is about one. */
export const conversationId = (request: Request): string | undefined =>
  request.of === 'conversation' || request.of === 'roster' ? request.id : undefined;

/** Requests with the same key are carried out one after another. */
export function lockKey(request: Request): string {
  if (request.of === 'directory') return `directory ${directoryId(request.entry)}`;
  // A view may move between a person's own and the shared ones.
  return request.of === 'views' ? 'views' : `${request.of} ${request.id}`;
}
