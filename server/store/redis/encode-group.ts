import type { Commit, CommitOutcome, LedgerWrite } from '../store.ts';
import { packFloor, packLine, readPlaces } from './floor-blob.ts';
import type { TenantKeys } from './keys.ts';

/** A group as `commit-group.lua` reads it: the keys that it touches, a letter for the type of each, and its arguments. */
export interface EncodedGroup {
  readonly keys: readonly string[];
  readonly types: string;
  readonly args: readonly string[];
}

/** Under what the answer of a client's command is kept. */
export const answerField = (commandId: string): string => `command:${commandId}`;

/** `sender` names this call: a commit without a command id is remembered under it, in case the answer is lost. */
export function encodeGroup(keys: TenantKeys, sender: string, commits: readonly Commit[]): EncodedGroup {
  const touched = new Map<string, number>();
  const args: string[] = [];
  let types = '';
  const touch = (key: string, type: 'h' | 'l' | 'z'): string => {
    const known = touched.get(key);
    if (known !== undefined) return String(known);
    types += type;
    touched.set(key, touched.size + 1);
    return String(touched.size);
  };

  commits.forEach((commit, i) => {
    const { commandId, epoch, expect, ledger, append, audit, floor, answer } = commit;
    const remembered = commandId === '' ? `sent:${sender}:${i}` : answerField(commandId);
    args.push(remembered, epoch, answer, floor === '' ? '' : packFloor(commandId, floor));
    args.push(String(expect.length));
    for (const { family, id, version, state, final, dueAt, index = [] } of expect) {
      const due = dueAt === undefined ? '' : dueAt === null ? 'never' : String(dueAt);
      args.push(`${family}:${id}`, String(version), state === undefined ? '0' : '1', state ?? '');
      args.push(final === true ? '1' : '0', due, id, String(index.length));
      for (const key of index) args.push(touch(keys.lookup(key), 'z'));
    }
    args.push(String(ledger.length));
    ledger.forEach((line, at) => {
      const { agent, entry, units, atMost } = line;
      const ceiling = atMost === undefined ? '' : String(atMost);
      args.push(
        agent,
        touch(keys.ledger(agent), 'h'),
        entry,
        String(units),
        ceiling,
        holds(ledger, line, at) ? '1' : '0',
      );
    });
    args.push(String(append.length));
    for (const { conversation, plane, body } of append) args.push(touch(keys.plane(plane, conversation), 'l'), body);
    args.push(String(audit.length), ...audit.map(packLine));
  });
  return { keys: [...touched.keys()], types, args };
}

/** Of two lines for one entry the later holds. */
function holds(ledger: readonly LedgerWrite[], line: LedgerWrite, at: number): boolean {
  return !ledger.some((other, i) => i > at && other.agent === line.agent && other.entry === line.entry);
}

/**
 * Reads the outcome of the commit at `place` of a group that `sender` sent. What this same commit wrote when it was
 * sent before counts as committed now.
 */
export function readOutcome(raw: readonly string[], sender: string, place: number, commit: Commit): CommitOutcome {
  const [outcome, first = '', second = ''] = raw;
  switch (outcome) {
    case 'committed':
      return { outcome, floorOffset: Number(first), appended: readPlaces(second) };
    case 'repeated': {
      const [by = '', offset = '', places = ''] = first.split(';', 3);
      if (by === `${sender}-${place + 1}`)
        return { outcome: 'committed', floorOffset: Number(offset), appended: readPlaces(places) };
      return { outcome, answer: first.slice(by.length + offset.length + places.length + 3) };
    }
    case 'conflict':
      return { outcome, versions: raw.slice(1).map(Number) };
    case 'full':
      return { outcome, agent: commit.ledger[Number(first) - 1]?.agent ?? '', load: Number(second) };
    case 'epoch':
      return { outcome, epoch: first };
    default:
      throw new Error(`Redis answered a commit with ${String(outcome)}`);
  }
}
