import type { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';
import { refuse } from '@floorwalk/core';
import type { Step } from './exchange.ts';
import { sendProblem } from './problem.ts';

/** The longest body, in bytes. */
export const MAX_BODY_BYTES = 64 * 1024;
const decoder = new TextDecoder('utf-8', { fatal: true });
const readBytes: (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void) => void = express.raw({
  type: () => true,
  limit: MAX_BODY_BYTES,
  inflate: false,
});

/**
 * Reads a JSON body strictly: type, UTF-8 and syntax are checked before anything is interpreted, and each is refused
 * with its own sentence. A request without a body gets `{}`, since most verbs need none.
 */
export const jsonBody: Step = (req: IncomingMessage & { body?: unknown }, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') return next();
  const type = (req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type.startsWith('multipart/')) return sendProblem(res, refuse('attachmentsNotSupported'));
  readBytes(req, res, (error?: unknown) => {
    if (error !== undefined) return next(error);
    const bytes = req.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
      req.body = {};
      return next();
    }
    if (type !== 'application/json')
      return sendProblem(res, refuse('malformed', { detail: 'Send JSON, with Content-Type: application/json.' }), 415);
    const parsed = parseBytes(bytes);
    if ('problem' in parsed) return sendProblem(res, refuse('malformed', { detail: parsed.problem }));
    req.body = parsed.value;
    next();
  });
};

function parseBytes(bytes: Buffer): { readonly value: object } | { readonly problem: string } {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return { problem: 'The body is not valid UTF-8.' };
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value };
    return { problem: 'The body must be a JSON object.' };
  } catch {
    return { problem: 'The body is not valid JSON.' };
  }
}
