import type { Time } from '../words.ts';
import type { Roster, RosterEvent, Watcher } from './roster.ts';

/** What can happen to who monitors a conversation; whether somebody may is the policy table's answer (M1). */
export type RosterCommand =
  | { readonly type: 'Watch'; readonly person: string; readonly connection: string; readonly server: string }
  /** One page stops. */
  | { readonly type: 'Unwatch'; readonly connection: string }
  /** The person stops on all their pages: they said so, or lost the right (M5, M6). */
  | { readonly type: 'UnwatchPerson'; readonly person: string }
  /** What this person may not have been shown in Teams; it replaces what was said before. */
  | { readonly type: 'Doubt'; readonly person: string; readonly entries: readonly string[] }
  /** The leases of a server ended with it (M3). */
  | { readonly type: 'ServerGone'; readonly server: string };

/** What a command does to a roster; a repeated one does nothing. Never refused. */
export function decideRoster(
  roster: Roster,
  command: RosterCommand,
  { now, by }: { readonly now: Time; readonly by: string },
): readonly RosterEvent[] {
  if (command.type === 'Watch') {
    const { person, connection, server } = command;
    const known = roster.watchers.find(({ id }) => id === person);
    return known?.connections[connection] === server
      ? []
      : [{ at: now, by, type: 'WatchStarted', person, connection, server }];
  }
  if (command.type === 'Doubt') {
    const { person, entries } = command;
    const known = roster.watchers.find(({ id }) => id === person);
    const isNew = known && JSON.stringify(known.doubted ?? []) !== JSON.stringify(entries);
    return isNew ? [{ at: now, by, type: 'LinesDoubted', person, entries }] : [];
  }
  return roster.watchers.flatMap((watcher) =>
    Object.entries(watcher.connections)
      .filter(([connection, server]) => ends(command, watcher, connection, server))
      .map(([connection]): RosterEvent => ({ at: now, by, type: 'WatchEnded', person: watcher.id, connection })),
  );
}

/** Whether this person monitors, on any page. */
export const isWatching = (roster: Roster | undefined, person: string): boolean =>
  roster?.watchers.some(({ id }) => id === person) ?? false;

function ends(
  command: Exclude<RosterCommand, { type: 'Watch' | 'Doubt' }>,
  watcher: Watcher,
  connection: string,
  server: string,
): boolean {
  switch (command.type) {
    case 'Unwatch':
      return connection === command.connection;
    case 'UnwatchPerson':
      return watcher.id === command.person;
    case 'ServerGone':
      return server === command.server;
  }
}
