import { isRefusal, type Actor, type Refusal } from '@floorwalk/core';
import {
  agentDueAt,
  consequences,
  decideAgent,
  evolveAgent,
  initialAgent,
  type AgentEvent,
} from '@floorwalk/core/agent';
import {
  conversationDueAt,
  isInternal,
  primaryOf,
  type Conversation,
  type ConversationCommand,
  type ConversationEvent,
  type Decision,
  type Settled,
} from '@floorwalk/core/conversation';
import { ledgerWrites, type Change, type Evolved, type Floor } from '@floorwalk/core/floor';
import { auditOf } from '@floorwalk/core/policy';
import { evolveRoster, initialRoster, type RosterEvent } from '@floorwalk/core/supervision';
import { changeDetails, entryChanges, type DirectoryEntry, type DirectorySaved } from '@floorwalk/core/directory';
import type { Append, Commit, Expect } from '../store/store.ts';
import type { Done } from './engine.ts';

/** What a decision writes: everything of a commit but its id, epoch and stored answer. */
export interface Plan extends Pick<Commit, 'expect' | 'ledger' | 'append' | 'audit'> {
  readonly changes: readonly Change[];
  readonly done: Done;
  /** The conversation as it then is, for whoever folds the commit on the floor that it was planned on. */
  readonly evolved?: Evolved;
}

/** The writes of one conversation's decision, with what it means for agents, ledger, deadlines, lookups and the record. */
export function planConversation(
  floor: Floor,
  id: string,
  before: Conversation | undefined,
  decision: Settled,
  actor: Actor,
  command: ConversationCommand,
): Plan {
  const { events } = decision;
  const version = before?.version ?? 0;
  if (events.length === 0) return nothingToDo(id, version, before, decision);
  const quiet = events.every(isInternal);
  const after: Conversation = quiet ? decision.after : { ...decision.after, version: version + 1 };
  const change: Change = { of: 'conversation', id, version: after.version, events };
  const agents = agentChanges(floor, before, events);
  const changes: readonly Change[] = [change, ...agents.map(({ change: of }) => of)];
  const override = 'override' in command ? command.override?.reason : undefined;
  const { ceiling } = decision;
  return {
    changes,
    expect: [
      conversationExpect(floor, version, after, quiet, before === undefined),
      ...agents.map(({ expect }) => expect),
      ...(after.state === 'closed' ? lastRoster(floor, id) : []),
    ],
    ledger: ledgerWrites(floor.ledger, before, after).map((line) =>
      ceiling?.agent === line.agent && line.units > 0 ? { ...line, atMost: ceiling.atMost } : line,
    ),
    append: appends(id, before, events),
    audit: changes
      .flatMap((part) => auditOf(part, actor, override, decision.excess, holderOf(after)))
      .map((line) => JSON.stringify(line)),
    done: doneOf(after, decision),
    evolved: { before, after },
  };
}

/** The writes of events of one agent. */
export function planAgent(floor: Floor, id: string, events: readonly AgentEvent[], actor: Actor): Plan {
  const { change, expect } = agentChange(floor, id, events);
  return {
    changes: events.length === 0 ? [] : [change],
    expect: [expect],
    ledger: [],
    append: [],
    audit: auditOf(change, actor).map((line) => JSON.stringify(line)),
    done: { id, version: change.version },
  };
}

/** The writes of a roster's events on `c`, closed or not; the record has one line a person, not one a page (M7). */
export function planRoster(
  floor: Floor,
  id: string,
  events: readonly RosterEvent[],
  actor: Actor,
  c: Conversation | undefined,
): Plan {
  const before = floor.rosters.get(id) ?? initialRoster(id);
  const after = { ...events.reduce(evolveRoster, before), version: before.version + 1 };
  const change: Change = { of: 'roster', id, version: after.version, events };
  const wasWatching = new Set(before.watchers.map((w) => w.id));
  const isWatching = new Set(after.watchers.map((w) => w.id));
  const told = events.filter(({ type, person }) =>
    type === 'WatchStarted' ? !wasWatching.has(person) : type === 'WatchEnded' && !isWatching.has(person),
  );
  const onFloor = floor.conversations.get(id);
  const final = after.watchers.length === 0 && !onFloor;
  // Closing ends watching: whom it was of is still in what is kept of the conversation.
  const last = onFloor ?? c;
  const holder = last && holderOf(last);
  return {
    changes: events.length === 0 ? [] : [change],
    expect: [{ family: 'roster', id, version: before.version, state: JSON.stringify(after), final }],
    ledger: [],
    append: [],
    audit: auditOf({ ...change, events: told }, actor, undefined, undefined, holder).map((line) =>
      JSON.stringify(line),
    ),
    done: { id, version: after.version },
  };
}

/** One entry to save, with what it replaces. */
export interface Saved {
  readonly id: string;
  readonly before: DirectoryEntry | undefined;
  readonly event: DirectorySaved;
}

/** The writes of directory entries that are saved together; the first is what the save is about. */
export function planDirectory(floor: Floor, saved: readonly Saved[], actor: Actor): Plan {
  const changes = saved.map(({ id, event }) => {
    const version = (floor.directoryVersions.get(id) ?? 0) + 1;
    return { of: 'directory' as const, id, version, events: [event] };
  });
  const lines = saved.flatMap(({ before, event }, index) => {
    const change = changes[index];
    const details = changeDetails(entryChanges(before, event.entry));
    const about = event.entry.kind === 'person' ? [event.entry.value.id] : [];
    return (change ? auditOf(change, actor) : []).map((line) => ({
      ...line,
      about,
      details: { ...line.details, ...details },
    }));
  });
  return {
    changes,
    expect: changes.map(({ id, version, events: [event] }) => ({
      family: 'directory',
      id,
      version: version - 1,
      state: JSON.stringify(event?.entry),
    })),
    ledger: [],
    append: [],
    audit: lines.map((line) => JSON.stringify(line)),
    done: { id: changes[0]?.id ?? '', version: changes[0]?.version ?? 0 },
  };
}

/** The agent whom watching it concerns. */
const holderOf = (c: Conversation): string | undefined => primaryOf(c)?.id;

function conversationExpect(
  floor: Floor,
  version: number,
  after: Conversation,
  quiet: boolean,
  isNew: boolean,
): Expect {
  const { id } = after;
  if (quiet) return { family: 'conversation', id, version };
  const workstream = floor.workstreams.get(after.workstream);
  const dueAt = workstream && after.state !== 'closed' ? conversationDueAt(after, workstream) : null;
  const state = JSON.stringify(after);
  const index = isNew ? { index: lookups(after) } : {};
  return { family: 'conversation', id, version, state, final: after.state === 'closed', dueAt, ...index };
}

/** Nobody monitors it and nobody will: its roster goes with it, so that it is not on a floor read anew. */
function lastRoster(floor: Floor, id: string): readonly Expect[] {
  const roster = floor.rosters.get(id);
  if (roster?.watchers.length !== 0) return [];
  const state = JSON.stringify({ ...roster, version: roster.version + 1 });
  return [{ family: 'roster', id, version: roster.version, state, final: true }];
}

/** The keys by which a conversation is found again. */
function lookups(c: Conversation): readonly string[] {
  const keys: string[] = [];
  if (c.context) keys.push(`context:${c.context.type}:${c.context.id}`);
  if (c.customer.id) keys.push(`customer:${c.customer.id}`);
  if (c.previous) keys.push(`previous:${c.previous}`);
  return keys;
}

function agentChanges(floor: Floor, before: Conversation | undefined, events: readonly ConversationEvent[]) {
  const byAgent = new Map<string, AgentEvent[]>();
  for (const { agent, command } of consequences(before, events)) {
    if (!floor.people.get(agent)?.roles.includes('agent')) continue;
    const held = byAgent.get(agent) ?? [];
    const state = held.reduce(evolveAgent, floor.agents.get(agent) ?? initialAgent(agent));
    const at = events[0]?.at ?? 0;
    const more = decideAgent(state, command, { now: at, by: 'system' });
    if (!isRefusal(more) && more.length > 0) byAgent.set(agent, [...held, ...more]);
  }
  return [...byAgent].map(([agent, list]) => agentChange(floor, agent, list));
}

function agentChange(
  floor: Floor,
  id: string,
  events: readonly AgentEvent[],
): { readonly change: Change; readonly expect: Expect } {
  const before = floor.agents.get(id) ?? initialAgent(id);
  const after = { ...events.reduce(evolveAgent, before), version: before.version + 1 };
  return {
    change: { of: 'agent', id, version: after.version, events },
    expect: { family: 'agent', id, version: before.version, state: JSON.stringify(after), dueAt: agentDueAt(after) },
  };
}

/** Each message and notice as its plane stores it; internal ones note the public offset they follow. */
function appends(
  id: string,
  before: Conversation | undefined,
  events: readonly ConversationEvent[],
): readonly Append[] {
  let publicOffset = before?.publicOffset ?? 0;
  return events.flatMap((event): Append[] => {
    if (event.type !== 'MessageAdded' && event.type !== 'NoticeAdded') return [];
    const entry =
      event.type === 'MessageAdded' ? { type: 'message', ...event.message } : { type: 'notice', ...event.notice };
    if (event.plane === 'public') publicOffset += 1;
    const after = event.plane === 'internal' ? { after: publicOffset } : {};
    return [{ conversation: id, plane: event.plane, body: JSON.stringify({ ...entry, ...after }) }];
  });
}

const doneOf = (c: Conversation, decision: Decision): Done => ({
  id: c.id,
  version: c.version,
  state: c.state === 'active' ? c.phase : c.state,
  ...(decision.excess === undefined ? {} : { excess: decision.excess }),
});

const nothingToDo = (id: string, version: number, c: Conversation | undefined, decision: Decision): Plan => ({
  changes: [],
  expect: [],
  ledger: [],
  append: [],
  audit: [],
  done: c ? doneOf(c, decision) : { id, version },
});

export type Planned = Plan | Refusal;
