import type { Account } from '../floor/person.ts';
import type { People } from '../people/people.ts';

const QUIET = /^quiet\s+(\d{1,2})\s*-\s*(\d{1,2})$/u;

/** Changes when somebody is told of what needs attention, and says what is so now. */
export async function setAlerts(people: People, account: Account, words: string): Promise<string> {
  const { alerts, zone } = people.get(account);
  const quiet = QUIET.exec(words);
  const next =
    words === 'on' || words === 'off'
      ? { ...alerts, on: words === 'on' }
      : words === 'quiet off'
        ? { ...alerts, quiet: null }
        : quiet && Number(quiet[1]) < 24 && Number(quiet[2]) < 24
          ? { ...alerts, quiet: { from: Number(quiet[1]), to: Number(quiet[2]) } }
          : null;
  if (next) await people.save(account, { alerts: next });
  const now = next ?? alerts;
  const hours = now.quiet ? ` Quiet from ${now.quiet.from} to ${now.quiet.to} o'clock (${zone ?? 'UTC'}).` : '';
  const how = next ? '' : ' Say alerts on, alerts off, alerts quiet 22-7 or alerts quiet off.';
  return `Alerts are ${now.on ? 'on' : 'off'}.${hours}${how}`;
}
