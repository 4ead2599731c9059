import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';
import type { Step } from './exchange.ts';

/** Who may show our pages in a frame: `self`, nobody (empty), or origins. */
export type FrameAncestors = 'self' | readonly string[];

/**
 * Headers that keep browsers strict, on every answer: scripts and styles of this server only, none inline, no plugins, and
 * Trusted Types with the policies of the panels' templates, one for each file that stands alone. Panels are loaded by
 * pages elsewhere, so scripts may cross origins. `connect`: where the page may ask besides this server.
 */
export function pagePolicy(ancestors: FrameAncestors, connect: readonly string[] = []): Step {
  const headers = headersOf(strict(ancestors, connect));
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    next();
  };
}

/** What it sets on any answer, found once: nothing in it depends on the request. */
function headersOf(policy: ReturnType<typeof helmet>): readonly (readonly [string, string])[] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  policy(request, response, (error) => {
    if (error !== undefined) throw error instanceof Error ? error : new Error('The policy could not be made.');
  });
  return response.getHeaderNames().map((name) => [name, String(response.getHeader(name))]);
}

const strict = (ancestors: FrameAncestors, connect: readonly string[]): ReturnType<typeof helmet> =>
  helmet({
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // Transport security is the proxy's to say: this server speaks plain HTTP behind it, or on loopback.
    strictTransportSecurity: false,
    // Browsers too old for `frame-ancestors` hear the two answers that the older header has.
    frameguard: ancestors === 'self' ? { action: 'sameorigin' } : ancestors.length === 0 ? { action: 'deny' } : false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...connect],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ancestors === 'self' ? ["'self'"] : ancestors.length === 0 ? ["'none'"] : [...ancestors],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['floorwalk', 'floorwalk-supervisor', 'floorwalk-chat'],
      },
    },
  });
