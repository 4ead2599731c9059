import { evolveAgent, initialAgent } from '../agent/evolve.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { isInternal } from '../conversation/events.ts';
import { evolveConversation } from '../conversation/evolve.ts';
import { defaultPolicy } from '../directory/defaults.ts';
import type { DirectoryEntry } from '../directory/directory.ts';
import { evolveRoster, initialRoster } from '../supervision/evolve.ts';
import type { Change, FloorBody } from './entry.ts';
import type { Floor } from './floor.ts';
import { applyLedger, ledgerWrites } from './ledger.ts';
import { LiveConversations } from './live-conversations.ts';
import { evolveViews, initialViews } from './saved-views.ts';

/** So many of the last saves are kept; whoever missed more reads everything anew. */
const MOST_SAVES = 100;

type ChangeOf<Of extends Change['of']> = Extract<Change, { of: Of }>;

/** The conversation of a commit as its author evolved it: `after` is what its change makes of `before`, version and all. */
export interface Evolved {
  readonly before: Conversation | undefined;
  readonly after: Conversation;
}

/** A tenant's floor before anything happened. */
export const emptyFloor = (): Floor => ({
  workstreams: new Map(),
  queues: new Map(),
  people: new Map(),
  policy: defaultPolicy,
  integrations: new Map(),
  directoryVersions: new Map(),
  directorySaves: [],
  conversations: new LiveConversations(),
  agents: new Map(),
  rosters: new Map(),
  views: new Map(),
  ledger: new Map(),
});

/**
 * Changes the floor in place by one commit. A change whose version is not newer than the one held is left out, so
 * that a commit may be folded twice (by its author at once, and from the feed). The ledger follows the states, unless
 * the commit repaired it and brings its own lines (K3). `evolved` is what its author has made of it already.
 */
export function foldFloor(floor: Floor, body: FloorBody, evolved?: Evolved): void {
  for (const change of body.changes) {
    if (change.of === 'conversation') foldConversation(floor, change, evolved);
    else if (change.of === 'agent') foldAgent(floor, change);
    else if (change.of === 'roster') foldRoster(floor, change);
    else if (change.of === 'views') foldViews(floor, change);
    else foldDirectory(floor, change);
  }
  if (body.ledger) applyLedger(floor.ledger, body.ledger);
}

/** The conversation that a change leads to, or undefined where the change is older than `before` or has no beginning. */
export function evolveByChange(
  before: Conversation | undefined,
  change: ChangeOf<'conversation'>,
): Conversation | undefined {
  const [first] = change.events;
  if (before === undefined && first?.type !== 'ConversationOpened') return undefined;
  // Internal events leave the version as it is, so they are never "not newer" (P2).
  if (change.events.every(isInternal)) return before;
  if (before !== undefined && change.version <= before.version) return undefined;
  const after = change.events.reduce<Conversation | undefined>(evolveConversation, before);
  return after && { ...after, version: change.version };
}

function foldConversation(floor: Floor, change: ChangeOf<'conversation'>, evolved: Evolved | undefined): void {
  const before = floor.conversations.get(change.id);
  // The same object before: nothing has happened to it since, so the same comes of it.
  const isEvolved = evolved?.after.id === change.id && evolved.before === before;
  const after = isEvolved ? evolved.after : evolveByChange(before, change);
  if (after === undefined || after === before) return;
  applyLedger(floor.ledger, ledgerWrites(floor.ledger, before, after));
  if (after.state !== 'closed') {
    floor.conversations.set(after.id, after);
    return;
  }
  floor.conversations.delete(after.id);
  // Whoever still watches leaves by events of their own, which end the roster for good.
  if (floor.rosters.get(after.id)?.watchers.length === 0) floor.rosters.delete(after.id);
}

function foldAgent({ agents }: Floor, change: ChangeOf<'agent'>): void {
  const before = agents.get(change.id) ?? initialAgent(change.id);
  if (change.version <= before.version) return;
  agents.set(change.id, { ...change.events.reduce(evolveAgent, before), version: change.version });
}

function foldRoster({ rosters, conversations }: Floor, change: ChangeOf<'roster'>): void {
  const before = rosters.get(change.id) ?? initialRoster(change.id);
  if (change.version <= before.version) return;
  const after = { ...change.events.reduce(evolveRoster, before), version: change.version };
  // The last watchers of a closed conversation leave after it did; nothing of it stays on the floor.
  if (after.watchers.length === 0 && !conversations.has(change.id)) rosters.delete(change.id);
  else rosters.set(change.id, after);
}

function foldViews({ views }: Floor, change: ChangeOf<'views'>): void {
  const before = views.get(change.id) ?? initialViews(change.id);
  if (change.version <= before.version) return;
  views.set(change.id, { ...change.events.reduce(evolveViews, before), version: change.version });
}

function foldDirectory(floor: Floor, change: ChangeOf<'directory'>): void {
  if (change.version <= (floor.directoryVersions.get(change.id) ?? 0)) return;
  floor.directoryVersions.set(change.id, change.version);
  for (const { entry, by, at } of change.events) {
    saveEntry(floor, entry);
    floor.directorySaves.push({ entry: change.id, version: change.version, by, at });
  }
  if (floor.directorySaves.length > MOST_SAVES)
    floor.directorySaves.splice(0, floor.directorySaves.length - MOST_SAVES);
}

function saveEntry(floor: Floor, entry: DirectoryEntry): void {
  switch (entry.kind) {
    case 'workstream':
      floor.workstreams.set(entry.value.id, entry.value);
      break;
    case 'queue':
      floor.queues.set(entry.value.id, entry.value);
      break;
    case 'person':
      floor.people.set(entry.value.id, entry.value);
      break;
    case 'integration':
      floor.integrations.set(entry.value.id, entry.value);
      break;
    case 'policy':
      floor.policy = entry.value;
  }
}
