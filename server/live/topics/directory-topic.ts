import type { Refusal } from '@floorwalk/core';
import type { DirectorySave } from '@floorwalk/core/floor';
import { needsRole, RowTopic } from './row-topic.ts';

/** Who saved what of the directory and when, for an open settings screen; what it says is read by HTTP (C7). */
export class DirectoryTopic extends RowTopic {
  #last: DirectorySave | undefined;
  #isBegun = false;

  /** Whatever else happens on the floor is nothing to it. */
  override touch(): void {
    if (!this.#isBegun || this.#last !== this.listener.tenant.floor.directorySaves.at(-1)) super.touch();
  }

  protected refusal(): Refusal | null {
    return needsRole(this.listener, 'administrator');
  }

  protected evaluate(): void {
    const { people, directorySaves } = this.listener.tenant.floor;
    const known = this.#last === undefined ? -1 : directorySaves.lastIndexOf(this.#last);
    const saves = directorySaves.slice(known + 1).map(({ by, ...save }) => ({
      ...save,
      by: { id: by, name: people.get(by)?.name ?? by },
    }));
    if (this.#isBegun && saves.length === 0) return;
    this.#isBegun = true;
    this.#last = directorySaves.at(-1);
    this.listener.send({ type: 'directory', id: this.id, saves });
  }
}
