import '../../../widget/elements/agent/define.ts';
import type { Desk, DeskItem, Detail, FloorRow, TimelineEntry } from '@floorwalk/core/protocol';
import type { LiveClient } from '../../../widget/client/index.ts';
import type { FloorwalkComposer } from '../../../widget/composer/index.ts';
import type { FloorwalkAgent } from '../../../widget/elements/agent/agent.ts';
import { card, conversationOf, detail, row } from './floor-facts.ts';
import { mount, type Mounted } from './mount.ts';
import { scriptedClient, ScriptedServer } from './scripted-server.ts';
import { button, one, write } from './shown.ts';

const sam = { id: 'sam', name: 'Sam Okafor', bot: false, presence: 'busy', reachable: true } as const;

/** A conversation in Sam's hands. */
export const mine = (more: Partial<Detail> = {}): Detail =>
  detail({
    role: 'primary',
    primary: sam,
    watchers: null,
    may: { release: null, park: 'releaseInstead', end: null, resume: 'state', close: 'state' },
    ...more,
  });
/** A conversation on Sam's desk. */
export const item = (id: string, role: DeskItem['role'] = 'primary', more: Partial<FloorRow> = {}): DeskItem => ({
  row: row(id, { agent: { ...sam, unreachableSince: null }, ...more }),
  role,
  handover: null,
  units: 1,
});
/** An offer to Sam with 47 s left of two minutes. */
export const offer = (id: string, more: Partial<FloorRow> = {}): DeskItem =>
  item(id, 'offeree', {
    agent: null,
    phase: 'offered',
    since: Date.now() - 73_000,
    pending: {
      agent: { id: 'sam', name: 'Sam Okafor' },
      at: Date.now() - 73_000,
      until: Date.now() + 47_000,
      transfer: false,
      by: { id: 'ines', name: 'Ines Carvalho' },
    },
    ...more,
  });

/** Sam's desk on a page, with the server that it talks to. */
export class OpenedDesk {
  readonly server: ScriptedServer;
  readonly client: LiveClient;
  readonly panel: Mounted<FloorwalkAgent>;
  /** What the server answers to what panels read by HTTP; absent: nothing. */
  readonly records: Map<string, unknown>;

  private constructor(
    server: ScriptedServer,
    client: LiveClient,
    panel: Mounted<FloorwalkAgent>,
    records: Map<string, unknown>,
  ) {
    this.server = server;
    this.client = client;
    this.panel = panel;
    this.records = records;
  }

  static async open(width = 1280): Promise<OpenedDesk> {
    const server = new ScriptedServer();
    server.person = { id: 'sam', name: 'Sam Okafor', roles: ['agent'] };
    const records = new Map<string, unknown>();
    const client = await scriptedClient(server, (path) =>
      records.has(path) ? { ok: true, body: records.get(path) } : undefined,
    );
    const panel = await mount<FloorwalkAgent>('floorwalk-agent', client, {}, { width, height: 700 });
    return new OpenedDesk(server, client, panel, records);
  }

  get el(): FloorwalkAgent {
    return this.panel.el;
  }
  /** The conversation in hand, on its own. */
  get talk(): FloorwalkAgent {
    return one<FloorwalkAgent>(this.el, 'floorwalk-desk-conversation');
  }
  get composer(): FloorwalkComposer {
    return one<FloorwalkComposer>(this.talk, 'floorwalk-composer');
  }
  get field(): HTMLTextAreaElement {
    return one<HTMLTextAreaElement>(this.composer, 'textarea');
  }

  /** The desk as the server tells it. */
  async show(items: readonly DeskItem[], more: Partial<Desk> = {}): Promise<void> {
    const me = card('sam', { name: 'Sam Okafor', presence: 'busy', load: 2, setBy: null });
    this.server.publish('desk', { type: 'desk', desk: { me, acknowledged: true, items, ...more } });
    await this.panel.shown();
  }
  /** The conversation in hand as the server tells it. */
  async say(about: Detail | null, entries: readonly TimelineEntry[] = []): Promise<void> {
    this.server.publish('conversation', conversationOf(about, entries));
    await this.panel.shown();
    await this.talk.updateComplete;
    await this.panel.shown();
  }
  async compose(text: string): Promise<void> {
    await this.composer.updateComplete;
    write(this.field, text);
    await this.composer.updateComplete;
  }
  /** Presses a button of the desk itself. */
  async press(name: string): Promise<void> {
    button(this.el, name).click();
    await this.panel.shown();
  }
  /** Presses a button of the conversation in hand. */
  async act(name: string): Promise<void> {
    button(this.talk, name).click();
    await this.panel.shown();
    await this.talk.updateComplete;
  }
  close(): void {
    this.client.close();
  }
}
