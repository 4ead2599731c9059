/** The hour of the day in a zone, UTC where the zone is not known. */
function hourIn(at: number, zone: string | null): number {
  const hour = (timeZone: string): number =>
    Number(new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(at));
  try {
    return hour(zone ?? 'UTC');
  } catch {
    return hour('UTC');
  }
}

/** Whether nothing is to be sent now; the hours may reach over midnight, and the same hour twice is the whole day. */
export function isQuiet(
  quiet: { readonly from: number; readonly to: number; readonly zone?: string | undefined } | null,
  at: number,
  zone: string | null,
): boolean {
  if (quiet === null) return false;
  const hour = hourIn(at, quiet.zone ?? zone);
  const { from, to } = quiet;
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}
