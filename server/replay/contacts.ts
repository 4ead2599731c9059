import { readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import * as v from 'valibot';

/** One contact of the recorded day; times are seconds since midnight. */
export interface Contact {
  readonly id: string;
  readonly queue: string;
  readonly openedAt: number;
  /** When an agent took it; null: nobody ever did. */
  readonly servedAt: number | null;
  /** When it was over: the agent ended it, or the customer gave up. */
  readonly overAt: number;
  readonly agent: string;
}

/** Whom the file does not name. */
export const UNRECORDED = 'agent-00';

const seconds = v.pipe(
  v.string(),
  v.regex(/^\d*$/u, 'must be seconds or empty'),
  v.transform((text) => (text === '' ? null : Number(text))),
);
const row = v.object({
  opened_s: seconds,
  served_s: seconds,
  ended_s: seconds,
  left_queue_s: seconds,
  outcome: v.picklist(['served', 'abandoned', 'phantom']),
  agent: v.pipe(v.string(), v.regex(/^(agent-\d\d)?$/u)),
  service: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u)),
});

/**
 * Reads the day. Who abandoned leaves at `left_queue_s` even where the file has a time of service; a phantom was picked
 * up and is over when it ended; a served contact without a time of service was taken when it left the queue.
 * Throws with the line of the first row that does not fit.
 */
export function readContacts(file: string): readonly Contact[] {
  const rows: unknown[] = parseCsv(readFileSync(file, 'utf8'), { columns: true, skip_empty_lines: true });
  return rows.map((raw, index) => {
    const parsed = v.safeParse(row, raw);
    const where = `${file}, line ${index + 2}`;
    if (!parsed.success) throw new Error(`${where}: ${parsed.issues[0].message}`);
    const { opened_s, served_s, ended_s, left_queue_s, outcome, agent, service } = parsed.output;
    if (opened_s === null) throw new Error(`${where}: opened_s is empty`);
    const base = {
      id: `day-${index + 1}`,
      queue: service.toLowerCase(),
      openedAt: opened_s,
      agent: agent || UNRECORDED,
    };
    if (outcome === 'abandoned') {
      if (left_queue_s === null) throw new Error(`${where}: abandoned, but left_queue_s is empty`);
      return { ...base, servedAt: null, overAt: Math.max(opened_s, left_queue_s) };
    }
    const servedAt = Math.max(opened_s, served_s ?? left_queue_s ?? opened_s);
    return { ...base, servedAt, overAt: Math.max(servedAt, ended_s ?? servedAt) };
  });
}
