import type { Roster, RosterEvent, Watcher } from './roster.ts';

/** The roster of a conversation that nobody has monitored yet. */
export const initialRoster = (id: string): Roster => ({ id, version: 0, watchers: [] });

/** The roster after one event. The version is the folder's to set. */
export function evolveRoster(roster: Roster, event: RosterEvent): Roster {
  return { ...roster, watchers: watchersAfter(roster.watchers, event) };
}

function watchersAfter(watchers: readonly Watcher[], event: RosterEvent): readonly Watcher[] {
  if (event.type === 'WatchStarted') return started(watchers, event);
  if (event.type === 'WatchEnded') return ended(watchers, event);
  return watchers.map((watcher) => (watcher.id === event.person ? { ...watcher, doubted: event.entries } : watcher));
}

function started(
  watchers: readonly Watcher[],
  event: Extract<RosterEvent, { type: 'WatchStarted' }>,
): readonly Watcher[] {
  const page = { [event.connection]: event.server };
  if (!watchers.some(({ id }) => id === event.person))
    return [...watchers, { id: event.person, since: event.at, connections: page }];
  return watchers.map((watcher) =>
    watcher.id === event.person ? { ...watcher, connections: { ...watcher.connections, ...page } } : watcher,
  );
}

function ended(watchers: readonly Watcher[], event: Extract<RosterEvent, { type: 'WatchEnded' }>): readonly Watcher[] {
  return watchers.flatMap((watcher) => {
    if (watcher.id !== event.person) return [watcher];
    const { [event.connection]: _gone, ...connections } = watcher.connections;
    return Object.keys(connections).length === 0 ? [] : [{ ...watcher, connections }];
  });
}
