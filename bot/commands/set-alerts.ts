import type { Account } from '../floor/person.ts';
import type { People } from '../people/people.ts';
import type { Alerts } from '../people/record.ts';
import type { Place } from '../transport/activity.ts';

const QUIET = /^quiet\s+(\d{1,2})\s*-\s*(\d{1,2})(?:\s+([A-Za-z0-9_+-]+(?:\/[A-Za-z0-9_+-]+){0,2}))?$/u;

/** What somebody wants after these words, said in this place; null where they mean nothing. */
function alertsAfter(before: Alerts, words: string, here: Place | null): Alerts | null {
  if (words === 'on' || words === 'off') return { ...before, on: words === 'on' };
  if (words === 'personal') return { ...before, to: null };
  if (words === 'here') return { ...before, on: true, to: here === null || here.isPersonal ? null : here };
  if (words === 'quiet off') return { ...before, quiet: null };
  const [, from, to, zone] = QUIET.exec(words) ?? [];
  if (from === undefined || Number(from) > 23 || Number(to) > 23) return null;
  if (zone !== undefined && !isZone(zone)) return null;
  return { ...before, quiet: { from: Number(from), to: Number(to), ...(zone !== undefined && { zone }) } };
}

/** Changes when and where somebody is told of what needs attention; answers what is so now, and whether it was understood. */
export async function setAlerts(
  people: People,
  account: Account,
  words: string,
  here: Place | null = null,
): Promise<{ readonly alerts: Alerts; readonly isUnderstood: boolean }> {
  const { alerts } = people.get(account);
  const next = alertsAfter(alerts, words.trim().replace(/\s+/gu, ' '), here);
  if (next) await people.save(account, { alerts: next });
  return { alerts: next ?? alerts, isUnderstood: next !== null || words.trim() === '' };
}

function isZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
