import helmet from 'helmet';
import type { RequestHandler } from 'express';

/** Who may show our pages in a frame: `self`, nobody (empty), or origins. */
export type FrameAncestors = 'self' | readonly string[];

/**
 * Headers that keep browsers strict, on every answer: scripts and styles of this server only, none inline, no plugins, and
 * Trusted Types with the policies of the panels' templates, one for each file that stands alone. Panels are loaded by
 * pages elsewhere, so scripts may cross origins. `connect`: where the page may ask besides this server.
 */
export const pagePolicy = (ancestors: FrameAncestors, connect: readonly string[] = []): RequestHandler =>
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
