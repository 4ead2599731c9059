import { readCandidates, type Candidates } from '@floorwalk/core/protocol';
import type { LiveClient } from '../../client/index.ts';
import { keyOf, type Target } from './render-candidates.ts';
import type { WireRefusal } from './what-if.ts';

/** To whom one conversation can go, as the server has it; read again while a dialog is open. */
export class CandidateList {
  #found: Candidates | undefined;
  #path = '';
  /** What the list shows was asked with. */
  #isOf = '';

  /** Undefined until the first answer about this conversation. */
  get found(): Candidates | undefined {
    return this.#found;
  }

  /** Another conversation: nothing is known of its candidates yet. */
  forget(): void {
    this.#found = undefined;
    this.#path = '';
    this.#isOf = '';
  }

  /** Reads them; why not, where the server says so or does not answer; undefined where something else was asked since. */
  async read(
    client: LiveClient,
    conversation: string,
    purpose: 'assign' | 'transfer',
    isAll: boolean,
  ): Promise<'read' | 'unanswered' | WireRefusal | undefined> {
    if (conversation === '') return undefined;
    const path = `/v1/conversations/${encodeURIComponent(conversation)}/candidates?for=${purpose}${isAll ? '&all=1' : ''}`;
    this.#path = path;
    const answer = await client.get(path).catch(() => undefined);
    if (path !== this.#path) return undefined;
    if (!answer) return 'unanswered';
    const found = readCandidates(answer.body);
    if (answer.ok && found) {
      this.#found = this.#isOf === path ? inOrderOf(this.#found, found) : found;
      this.#isOf = path;
      return 'read';
    }
    const { refusal = '', detail = '', ...more } = (answer.body ?? {}) as Partial<WireRefusal>;
    return { refusal, detail, ...more };
  }

  find(key: string): Target | undefined {
    return [...(this.#found?.agents ?? []), ...(this.#found?.queues ?? [])].find((target) => keyOf(target) === key);
  }

  /** Those whose name has these letters. */
  named(search: string): Candidates {
    const text = search.trim().toLocaleLowerCase();
    const has = ({ name }: Target): boolean => name.toLocaleLowerCase().includes(text);
    return { agents: this.#found?.agents.filter(has) ?? [], queues: this.#found?.queues.filter(has) ?? [] };
  }
}

/** Whoever is shown keeps their place while the pointer is on its way to them; who is new comes last. */
const inOrderOf = (shown: Candidates | undefined, found: Candidates): Candidates => ({
  agents: kept(shown?.agents, found.agents),
  queues: kept(shown?.queues, found.queues),
});

const kept = <T extends Target>(shown: readonly T[] = [], found: readonly T[]): T[] => {
  const place = (it: T): number => {
    const index = shown.findIndex(({ id }) => id === it.id);
    return index < 0 ? shown.length : index;
  };
  return found.toSorted((a, b) => place(a) - place(b));
};
