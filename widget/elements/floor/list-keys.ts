import type { FloorQuery } from '@floorwalk/core/protocol';
import { announce } from '../../announcer/announcer.ts';
import type { FloorPicture } from '../../stores/floor-store.ts';
import { t } from '../../strings/index.ts';
import { keyDeed, nextOpen, type KeyDeed } from './floor-keys.ts';
import type { RowDeed } from './row-commands.ts';

/** What the keys of the list have done for them. */
export interface ListKeysHost {
  readonly picture: () => FloorPicture;
  readonly selected: () => string;
  readonly select: (id: string) => void;
  /** Selects a row and takes the focus there. */
  readonly go: (id: string) => void;
  readonly request: (command: RowDeed, isBeside: boolean) => void;
  readonly ask: (change: Partial<FloorQuery>) => void;
  readonly showOrder: () => void;
  readonly search: () => void;
  readonly showKeys: () => void;
  readonly showViews: () => void;
}

/** The keys of the list while it has the focus, and what they do; the palette does the same without them. */
export class ListKeys {
  readonly #host: ListKeysHost;

  constructor(host: ListKeysHost) {
    this.#host = host;
  }

  readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = event.target as HTMLElement;
    // The heads are buttons of their own.
    if (from.tagName === 'BUTTON' && (event.key === 'Enter' || event.key === ' ')) return;
    const { order, rows } = this.#host.picture();
    const focused = from.closest<HTMLElement>('[data-id]')?.dataset['id'];
    const id = focused ?? this.#host.selected();
    const deed = keyDeed(event.key, event.shiftKey, { order, index: order.indexOf(id), row: rows.get(id) });
    if (!deed) return;
    if (focused && (deed.do === 'command' || deed.do === 'nothing')) this.#host.select(focused);
    this.do(deed);
    event.preventDefault();
  };

  do(deed: KeyDeed): void {
    const host = this.#host;
    switch (deed.do) {
      case 'select':
        return host.go(deed.id);
      case 'command':
        return host.request(deed.command, deed.isBeside);
      case 'view':
        return host.ask({ view: deed.view });
      case 'show':
        return host.showOrder();
      case 'search':
        return host.search();
      case 'nextOpen':
        return this.#goToNextOpen();
      case 'keys':
        return host.showKeys();
      case 'views':
        return host.showViews();
      case 'nothing':
    }
  }

  #goToNextOpen(): void {
    const { order, rows } = this.#host.picture();
    const next = nextOpen({ order, index: order.indexOf(this.#host.selected()) }, rows);
    if (next === undefined) announce(t('noOpenHere'));
    else this.#host.go(next);
  }
}
