import '../../../widget/elements/floor/define.ts';
import type { ClientMessage, SavedViewItem } from '@floorwalk/core/protocol';
import type { LiveClient } from '../../../widget/client/index.ts';
import type { FloorwalkFloor } from '../../../widget/elements/floor/floor.ts';
import { floorOf, row } from './floor-facts.ts';
import { mount, type Mounted } from './mount.ts';
import { scriptedClient, ScriptedServer } from './scripted-server.ts';
import { all, one } from './shown.ts';

type Command = Extract<ClientMessage, { type: 'command' }>['command'];

/** A saved view as the server tells it; alike but for what a test says. */
export const savedView = (id: string, name: string, more: Partial<SavedViewItem> = {}): SavedViewItem => ({
  id,
  name,
  shared: false,
  owner: { id: 'ines', name: 'Ines Carvalho' },
  by: { id: 'ines', name: 'Ines Carvalho' },
  at: 10,
  ...more,
  look: {
    view: 'all',
    queues: [],
    agents: [],
    channels: [],
    sentiments: [],
    sort: 'attention',
    descending: true,
    density: null,
    ...more.look,
  },
});

/** A floor whose server keeps views, and the menu of them. */
export interface OpenedViews extends Mounted<FloorwalkFloor> {
  readonly server: ScriptedServer;
  readonly client: LiveClient;
  /** What the server keeps; changed here, it is told with `tell`. */
  views: readonly SavedViewItem[];
  opensWith: string | null;
  tell(): Promise<void>;
  openMenu(): Promise<void>;
  /** The names that the menu lists. */
  names(): readonly string[];
  /** What the floor asked for last. */
  asked(): object;
}

/** Opens a floor with these views saved, and one row. */
export async function openViews(
  views: readonly SavedViewItem[],
  { opensWith = null as string | null, width = 1_000 } = {},
): Promise<OpenedViews> {
  localStorage.clear();
  const server = new ScriptedServer();
  const client = await scriptedClient(server);
  const panel = await mount<FloorwalkFloor>('floorwalk-floor', client, {}, { width });
  const on: OpenedViews = {
    ...panel,
    server,
    client,
    views,
    opensWith,
    tell: async () => {
      server.publish('views', { type: 'views', views: on.views, opensWith: on.opensWith });
      await panel.shown();
    },
    openMenu: async () => {
      one(panel.el, '.views-button').click();
      // The menu's file is fetched.
      await import('../../../widget/elements/floor/saved-views-menu.ts');
      await drawn(panel);
    },
    names: () => all(panel.el, '.view-open span').map(({ textContent }) => textContent ?? ''),
    asked: () => {
      const topic = server.sent('subscribe').findLast(({ topic: { kind } }) => kind === 'floor')?.topic;
      return topic?.kind === 'floor' ? { ...topic.query } : {};
    },
  };
  let at = 100;
  server.answer = ({ command }) => {
    const kept = keep(on, command, (at += 1));
    if (kept) queueMicrotask(() => void on.tell());
    return { result: null };
  };
  server.publish('floor', floorOf([row('a')]));
  await on.tell();
  return on;
}

/** Lets a popover say that it is open, and what hangs on that come to the screen. */
export async function drawn({ shown }: Pick<OpenedViews, 'shown'>): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((done) => void setTimeout(done));
    await shown();
  }
}

function keep(on: OpenedViews, command: Command, at: number): boolean {
  const others = (id: string): readonly SavedViewItem[] => on.views.filter((view) => view.id !== id);
  if (command.type === 'save-view') {
    const { view: id, name, shared } = command;
    const look = { ...savedView(id, name).look, ...command.look };
    on.views = [...others(id), savedView(id, name, { shared, at, look })];
  } else if (command.type === 'delete-view') on.views = others(command.view);
  else if (command.type === 'open-with') on.opensWith = command.view;
  else return false;
  return true;
}
