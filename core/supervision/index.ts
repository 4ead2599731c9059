export { decideRoster, isWatching } from './decide.ts';
export type { RosterCommand } from './decide.ts';
export { evolveRoster, initialRoster } from './evolve.ts';
export type { Roster, RosterEvent, Watcher } from './roster.ts';
