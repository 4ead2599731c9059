import * as v from 'valibot';
import { integrationRights, type IntegrationRight } from '@floorwalk/core';
import type { IntegrationKey } from './auth/integration-keys.ts';
import type { SiteSecret } from './auth/site-identities.ts';
import { readAddress } from './store/redis/address.ts';

/** A number within bounds. */
export const numberFrom = (low: number, high: number, what: string) =>
  v.pipe(
    v.string(),
    v.regex(/^\d+(\.\d+)?$/u, what),
    v.transform(Number),
    v.check((n) => n >= low && n <= high, what),
  );
/** A whole number within bounds. */
export const whole = (low: number, high: number) => {
  const what = `must be a whole number from ${low} to ${high}`;
  return v.pipe(numberFrom(low, high, what), v.integer(what));
};
/** A URL. */
export const address = v.pipe(v.string(), v.url('must be a URL'));
/** Items separated by commas. */
export const list = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
);
/** Where Redis is. */
export const redisUrl = v.pipe(
  v.string(),
  v.rawCheck(({ dataset, addIssue }) => {
    const read = dataset.typed ? readAddress(dataset.value) : undefined;
    if (read?.ok === false) addIssue({ message: read.reason });
  }),
);
/** An origin, or `*`. */
export const origin = v.pipe(
  v.string(),
  v.check(
    (item) => item === '*' || (URL.canParse(item) && new URL(item).origin === item),
    'must list origins such as https://crm.example, or be *',
  ),
);
/** An Entra tenant by its id; names such as `organizations` stand for tenants that nobody chose. */
export const entraTenant = v.pipe(
  v.string(),
  v.regex(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u,
    'must list Entra tenants by their ids, 32 small hexadecimal digits with hyphens',
  ),
);
/** An integration’s key, by its hash. */
export const key = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z0-9._@-]+:[0-9a-f]{64}:[A-Za-z0-9._@-]+:[A-Za-z+]+$/u,
    'must list keys as id:sha256:tenant:right+right, the hash as 64 small hexadecimal digits',
  ),
  v.transform((item): IntegrationKey => {
    const [id = '', sha256 = '', tenant = '', rights = ''] = item.split(':');
    return { id, sha256, tenant, rights: rights.split('+') as IntegrationRight[] };
  }),
  v.check(
    ({ rights }) => rights.every((right) => integrationRights.includes(right)),
    `may list the rights ${integrationRights.join(', ')} only`,
  ),
);
/** A site and the secret with which it signs its customers’ identities. */
export const site = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z0-9._@-]+:[\x21-\x7e]{32,}$/u,
    'must list secrets as site:secret, each secret 32 characters or more',
  ),
  v.transform((item): SiteSecret => {
    const [name = ''] = item.split(':', 1);
    return { site: name, secret: item.slice(name.length + 1) };
  }),
);
/** Who may frame our pages. */
export const ancestors = v.pipe(
  v.string(),
  v.check(
    (item) =>
      item === 'self' || item === 'none' || item.split(',').every((one) => /^https?:\/\/[^\s;,']+$/u.test(one.trim())),
    'must be self, none, or list origins such as https://teams.microsoft.com',
  ),
  v.transform((item) => (item === 'self' ? item : item === 'none' ? [] : item.split(',').map((one) => one.trim()))),
);
/** Hosts that may frame a page; a star stands for any name below one. */
export const hosts = v.pipe(
  list,
  v.minLength(1, 'must list origins such as https://teams.microsoft.com'),
  v.check(
    (items) => items.every((one) => /^https?:\/\/(\*\.)?[\w.-]+(:\d+)?$/u.test(one)),
    'must list origins such as https://teams.microsoft.com',
  ),
);
/** A switch. */
export const flag = v.pipe(
  v.picklist(['0', '1'], 'must be 0 or 1'),
  v.transform((value) => value === '1'),
);
