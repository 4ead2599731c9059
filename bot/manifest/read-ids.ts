import * as v from 'valibot';
import type { AppIds } from './app-manifest.ts';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

const page = (name: string) =>
  v.pipe(
    v.string(`${name} is needed`),
    v.url(`${name} must be a URL`),
    v.transform((text) => new URL(text)),
    v.check(({ protocol }) => protocol === 'https:', `${name} must begin with https: Teams opens nothing else`),
  );

const shape = v.object({
  app: v.pipe(v.string('--app is needed'), v.toLowerCase(), v.regex(guid, '--app must be an application id')),
  site: v.pipe(
    page('--site'),
    v.check(
      ({ port, pathname }) => port === '' && pathname === '/',
      '--site must be a host alone, without a port or a path',
    ),
  ),
  privacy: page('--privacy'),
  terms: page('--terms'),
  version: v.pipe(v.string(), v.regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/u, '--version must look like 1.0.0')),
  developer: v.pipe(v.string(), v.minLength(1), v.maxLength(32, '--developer is 32 characters at most')),
});

/** Checks what was given on the command line; `problems` names all that is wrong. */
export function readIds(given: Readonly<Record<string, unknown>>): AppIds | { readonly problems: readonly string[] } {
  const read = v.safeParse(shape, { version: '1.0.0', developer: 'Floorwalk', ...given });
  return read.success ? read.output : { problems: read.issues.map(({ message }) => message) };
}
