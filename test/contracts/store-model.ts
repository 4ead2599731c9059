import type { Commit, CommitOutcome, Expect, Stored } from '../../server/store/store.ts';

type Aggregate = Stored & { readonly final: boolean; readonly dueAt: number | null };

/** The store's promises in plain maps, for one tenant: what both adapters are compared with. */
export class StoreModel {
  readonly aggregates = new Map<string, Aggregate>();
  readonly ledger = new Map<string, { agent: string; entry: string; units: number }>();
  readonly planes = new Map<string, string[]>();
  readonly lookups = new Map<string, string[]>();
  readonly floor: { commandId: string; appended: number[]; body: string }[] = [];
  readonly audit: string[] = [];
  readonly #answers = new Map<string, string>();
  readonly #epoch: string;

  constructor(epoch: string) {
    this.#epoch = epoch;
  }

  commit(commit: Commit): CommitOutcome {
    if (commit.epoch !== this.#epoch) return { outcome: 'epoch', epoch: this.#epoch };
    const answer = this.#answers.get(commit.commandId);
    if (commit.commandId !== '' && answer !== undefined) return { outcome: 'repeated', answer };
    const versions = commit.expect.map((expect) => this.versionOf(expect));
    if (commit.expect.some(({ version }, i) => version !== versions[i])) return { outcome: 'conflict', versions };
    const after = new Map(this.ledger);
    for (const line of commit.ledger) after.set(`${line.agent}/${line.entry}`, line);
    for (const { agent, atMost } of commit.ledger) {
      if (atMost !== undefined && loadOf(after, agent) > atMost) {
        return { outcome: 'full', agent, load: loadOf(this.ledger, agent) };
      }
    }
    return this.#write(commit);
  }

  versionOf(of: { family: string; id: string }): number {
    return this.aggregates.get(nameOf(of))?.version ?? 0;
  }

  #write(commit: Commit): CommitOutcome {
    this.#answers.set(commit.commandId, commit.answer);
    for (const expect of commit.expect) this.#writeAggregate(expect);
    for (const { agent, entry, units } of commit.ledger) {
      if (units === 0) this.ledger.delete(`${agent}/${entry}`);
      else this.ledger.set(`${agent}/${entry}`, { agent, entry, units });
    }
    const appended = commit.append.map(({ conversation, plane, body }) => {
      const bodies = this.planes.get(`${plane}/${conversation}`) ?? [];
      this.planes.set(`${plane}/${conversation}`, bodies);
      return bodies.push(body);
    });
    this.audit.push(...commit.audit);
    if (commit.floor === '') return { outcome: 'committed', floorOffset: 0, appended };
    const floorOffset = this.floor.push({ commandId: commit.commandId, appended, body: commit.floor });
    return { outcome: 'committed', floorOffset, appended };
  }

  #writeAggregate(expect: Expect): void {
    const { family, id, version, state, final = false, dueAt, index = [] } = expect;
    if (state === undefined) return;
    const due = dueAt === undefined ? (this.aggregates.get(nameOf(expect))?.dueAt ?? null) : dueAt;
    this.aggregates.set(nameOf(expect), { family, id, version: version + 1, state, final, dueAt: due });
    for (const key of index) {
      const ids = this.lookups.get(key) ?? [];
      this.lookups.set(key, ids);
      if (!ids.includes(id)) ids.unshift(id);
    }
  }
}

const nameOf = ({ family, id }: { family: string; id: string }) => `${family}/${id}`;

function loadOf(ledger: StoreModel['ledger'], agent: string): number {
  return [...ledger.values()].reduce((load, line) => load + (line.agent === agent ? line.units : 0), 0);
}
