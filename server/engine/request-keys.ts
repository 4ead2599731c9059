import { directoryId } from '@floorwalk/core/directory';
import type { Request } from './engine.ts';

/** The conversation that a request is about, if it is about one. */
export const conversationId = (request: Request): string | undefined =>
  request.of === 'conversation' || request.of === 'roster' ? request.id : undefined;

/** Requests with the same key are carried out one after another. */
export const lockKey = (request: Request): string =>
  request.of === 'directory' ? `directory ${directoryId(request.entry)}` : `${request.of} ${request.id}`;
