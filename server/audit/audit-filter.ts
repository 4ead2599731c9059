import { refuse, type Refusal } from '@floorwalk/core';
import type { AuditLine } from '@floorwalk/core/policy';
import type { Tenant } from '../engine/engine.ts';

/** What is searched for; what is left out is not looked at. */
export interface AuditFilter {
  /** Who acted, or through which integration: an id, or part of a name. */
  readonly who?: string | undefined;
  /** Whom a line is about: an id, or part of a name. */
  readonly agent?: string | undefined;
  /** A conversation's id, or part of its customer's name. */
  readonly conversation?: string | undefined;
  /** Kinds of lines. */
  readonly what: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** Reads the filter of a request's query, or says which field cannot be read. */
export function auditFilter(
  query: (name: string) => string | undefined,
  queries: (name: string) => readonly string[],
): AuditFilter | Refusal {
  const from = timeOf(query('from') ?? '0');
  const to = timeOf(query('to') ?? String(Number.MAX_SAFE_INTEGER));
  if (from === null || to === null || from > to)
    return refuse('malformed', {
      field: from === null ? 'from' : 'to',
      detail: 'from, to: must be times, as ISO 8601 or milliseconds, from before to.',
    });
  const text = (name: string) => query(name)?.slice(0, 200);
  return {
    from,
    to,
    what: queries('what'),
    who: text('who'),
    agent: text('agent'),
    conversation: text('conversation'),
  };
}

function timeOf(text: string): number | null {
  const time = /^\d+$/u.test(text) ? Number(text) : Date.parse(text);
  return Number.isFinite(time) ? time : null;
}

/** A line's own part of the test: everything but the customer's name, which must be looked up. */
export function fitsFilter({ floor }: Pick<Tenant, 'floor'>, filter: AuditFilter): (line: AuditLine) => boolean {
  const isPerson = (wanted: string | undefined): ((id: string) => boolean) => {
    if (wanted === undefined) return () => true;
    const part = wanted.toLocaleLowerCase();
    return (id) => id === wanted || (floor.people.get(id)?.name.toLocaleLowerCase().includes(part) ?? false);
  };
  const acted = isPerson(filter.who);
  const concerns = isPerson(filter.agent);
  return ({ at, what, who, through, about }) =>
    at >= filter.from &&
    at < filter.to &&
    (filter.what.length === 0 || filter.what.includes(what)) &&
    (acted(who) || (through !== undefined && acted(through))) &&
    (filter.agent === undefined || about.some(concerns));
}
