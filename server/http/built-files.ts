import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import express, { type RequestHandler } from 'express';

/** What a build may have packed beforehand, the smallest first: how a browser asks for it, and what its file ends with. */
const packings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** A file of the folder by its plain name; nothing else is looked for on the disk. */
const FILE = /^(?:\/[\w-][\w.-]*)+\.(?:js|css)$/u;

/** The folder of a build whose files have a hash of what is in them in their names: they never change. */
const HASHED = 'chunks';
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * Serves a folder of built files, each as it was packed when it was built where the browser takes that. A browser asks
 * again whether a file has changed, except for those that cannot.
 */
export function builtFiles(folder: string): RequestHandler {
  const serve = express.static(folder, {
    index: false,
    setHeaders: (res, file) => {
      if (basename(dirname(file)) === HASHED) res.set('Cache-Control', FOR_EVER);
    },
  });
  return (req, res, next) => {
    const { path } = req;
    if (!FILE.test(path)) return void serve(req, res, next);
    res.vary('Accept-Encoding');
    // A part of a file is a part of the file as it is.
    const found = req.headers.range
      ? undefined
      : packings.find(([name, end]) => req.acceptsEncodings(name) && existsSync(join(folder, `${path}${end}`)));
    if (!found) return void serve(req, res, next);
    const [encoding, end] = found;
    res.type(extname(path)).set('Content-Encoding', encoding);
    const { url } = req;
    req.url = `${path}${end}`;
    serve(req, res, (error?: unknown) => {
      // It went away meanwhile.
      req.url = url;
      res.removeHeader('Content-Encoding');
      res.removeHeader('Content-Type');
      next(error);
    });
  };
}
