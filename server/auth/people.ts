import type { Identity, Person } from '@floorwalk/core/directory';

/** The person who signs in with one of these identities. */
export function findByIdentity(people: ReadonlyMap<string, Person>, wanted: readonly Identity[]): Person | undefined {
  for (const person of people.values())
    if (person.identities.some((own) => wanted.some((identity) => isSame(own, identity)))) return person;
  return undefined;
}

const isSame = (a: Identity, b: Identity): boolean =>
  'entra' in a
    ? 'entra' in b && a.entra.tenant === b.entra.tenant && a.entra.object === b.entra.object
    : 'issuer' in b && a.issuer === b.issuer && a.subject === b.subject;
