import '../../../widget/elements/monitor/define.ts';
import type { Detail, TimelineEntry } from '@floorwalk/core/protocol';
import type { LiveClient } from '../../../widget/client/index.ts';
import type { FloorwalkComposer } from '../../../widget/composer/index.ts';
import type { FloorwalkMonitor } from '../../../widget/elements/monitor/monitor.ts';
import { conversationOf, detail } from './floor-facts.ts';
import { mount, type Mounted } from './mount.ts';
import { scriptedClient, ScriptedServer } from './scripted-server.ts';
import { all, one, words, write } from './shown.ts';

export const ines = { id: 'ines', name: 'Ines Carvalho' };
export const priya = { kind: 'agent', id: 'priya', name: 'Priya Raman' } as const;
/** The conversation as Ines has joined it. */
export const joined = (more: Partial<Detail> = {}): Detail =>
  detail({ consultants: [{ ...ines, since: 0, told: null }], role: 'consultant', ...more });

/** A monitor panel on a page, with the server that it talks to. */
export class OpenedMonitor {
  readonly server: ScriptedServer;
  readonly client: LiveClient;
  readonly panel: Mounted<FloorwalkMonitor>;
  /** What the server finds of a record. */
  readonly found: unknown[];

  private constructor(server: ScriptedServer, client: LiveClient, panel: Mounted<FloorwalkMonitor>, found: unknown[]) {
    this.server = server;
    this.client = client;
    this.panel = panel;
    this.found = found;
  }

  /** Opens one on conversation c1 unless `more` says otherwise. */
  static async open(
    more: object = { conversation: 'c1' },
    { width = 460, found = [] as readonly unknown[] } = {},
  ): Promise<OpenedMonitor> {
    const server = new ScriptedServer();
    const items = [...found];
    const client = await scriptedClient(server, () => ({ ok: true, body: { items } }));
    const panel = await mount<FloorwalkMonitor>('floorwalk-monitor', client, more, {
      width,
      height: 640,
      hears: ['floorwalk-panel-closed', 'floorwalk-command-requested'],
    });
    return new OpenedMonitor(server, client, panel, items);
  }

  async show(about: Detail | null, entries: readonly TimelineEntry[] = []): Promise<void> {
    this.server.publish('conversation', conversationOf(about, entries));
    await this.panel.shown();
  }
  async end(refusal: object, resumes = false): Promise<void> {
    this.server.publish('conversation', { type: 'ended', refusal: { detail: '', ...refusal }, resumes });
    await this.panel.shown();
  }
  /** Whom it follows, one for each subscription. */
  followed(): readonly unknown[] {
    return this.server.sent('subscribe').map(({ topic }) => (topic.kind === 'conversation' ? topic.conversation : ''));
  }

  get el(): FloorwalkMonitor {
    return this.panel.el;
  }
  get composer(): FloorwalkComposer {
    return one<FloorwalkComposer>(this.panel.el, 'floorwalk-composer');
  }
  get transcript(): string {
    return words(one(this.panel.el, 'floorwalk-transcript'));
  }
  /** How many bands say that the supervisor speaks to the customer: one or none. */
  get bands(): number {
    return all(this.panel.el, '.speaking-band').length;
  }
  async speak(): Promise<void> {
    this.composer.switchTo('public');
    await this.composer.updateComplete;
    await this.panel.shown();
  }
  async send(text: string): Promise<void> {
    await this.composer.updateComplete;
    write(one(this.composer, 'textarea'), text);
    await this.composer.updateComplete;
    one(this.composer, '[part~="primary"]').click();
    await this.panel.shown();
  }
  close(): void {
    this.client.close();
  }
}
