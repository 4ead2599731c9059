import type { Refusal } from '@floorwalk/core';
import type { DirectorySave } from '@floorwalk/core/floor';
import { lastSaves } from '../../audit/last-save.ts';
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
    const { directorySaves } = this.listener.tenant.floor;
    const known = this.#last === undefined ? -1 : directorySaves.lastIndexOf(this.#last);
    const saves = directorySaves.slice(known + 1);
    if (this.#isBegun && saves.length === 0) return;
    const isFirst = !this.#isBegun;
    this.#isBegun = true;
    this.#last = directorySaves.at(-1);
    this.#tell(saves);
    if (isFirst) this.#recall().catch((error: unknown) => this.listener.failed(error));
  }

  /** What was saved before this server read the floor is in the record: who did that is told too, after a restart as before. */
  async #recall(): Promise<void> {
    const { floor } = this.listener.tenant;
    const told = new Map(floor.directorySaves.map(({ entry, version }) => [entry, version]));
    const untold = new Map([...floor.directoryVersions].filter(([entry, version]) => told.get(entry) !== version));
    if (untold.size === 0) return;
    const saves: DirectorySave[] = [];
    for (const [entry, save] of await lastSaves(this.listener.tenant, untold.keys())) {
      const version = untold.get(entry);
      // What was saved meanwhile is told by itself, and what no person did has nobody's name.
      if (version !== undefined && version === floor.directoryVersions.get(entry) && save.by !== 'system')
        saves.push({ entry, version, ...save });
    }
    if (saves.length > 0 && !this.isClosed && this.refusal() === null)
      this.#tell(saves.toSorted((a, b) => a.at - b.at));
  }

  #tell(saves: readonly DirectorySave[]): void {
    const { people } = this.listener.tenant.floor;
    const named = saves.map(({ by, ...save }) => ({ ...save, by: { id: by, name: people.get(by)?.name ?? by } }));
    this.listener.send({ type: 'directory', id: this.id, saves: named });
  }
}
