import type { ChatEntry } from '@floorwalk/core/protocol';
import type { Client } from '../../server/live/support/client.ts';
import type { AsideStep, CourseStep, Schedule } from './course.ts';
import type { House } from './house.ts';
import { numbered } from './numbered.ts';

/** Stands in everything that staff write aside. */
export const WHISPER = 'whisper-that-must-not-leave';
const TENANT = 'acme';
/** Panels are opened anew after so many schedules: before their tokens end, and so that nothing piles up. */
const PANELS_FOR = 20;

type Verb = Readonly<Record<string, unknown>> & { readonly type: string };
interface Panels {
  readonly ines: Client;
  readonly jonas: Client;
  readonly ana: Client;
  readonly ben: Client;
}

/** Plays schedules in one house, one after another, and tells what its customers' connections received. */
export class Rehearsal {
  readonly #house: House;
  #panels: Panels | undefined;
  #played = 0;
  #made = 0;

  constructor(house: House) {
    this.#house = house;
  }

  /** Every frame to every tab of the schedule's customer, in order; ids made by chance are numbered. */
  async play(schedule: Schedule, withAsides: boolean): Promise<readonly string[]> {
    if (this.#played++ % PANELS_FOR === 0) await this.#openPanels();
    if (!this.#panels) throw new Error('no panels');
    const one = new Performance(this.#house, this.#panels, schedule, () => ++this.#made);
    return one.play(withAsides);
  }

  async #openPanels(): Promise<void> {
    const house = this.#house;
    for (const panel of Object.values(this.#panels ?? {}) as Client[]) panel.cut();
    await house.settle();
    this.#panels = {
      ines: await house.panel(TENANT, 'ines'),
      jonas: await house.panel(TENANT, 'jonas'),
      ana: await house.panel(TENANT, 'ana', { desk: true }),
      ben: await house.panel(TENANT, 'ben', { desk: true }),
    };
    await house.settle();
  }
}

/** One conversation from its first word to its end. */
class Performance {
  readonly #house: House;
  readonly #panels: Panels;
  readonly #schedule: Schedule;
  readonly #next: () => number;
  readonly #tabs: Client[] = [];
  readonly #others: string[] = [];
  #conversation = '';
  #token = '';
  #holder: 'ana' | 'ben' = 'ana';
  #said = 0;
  #asked = 0;

  constructor(house: House, panels: Panels, schedule: Schedule, next: () => number) {
    this.#house = house;
    this.#panels = panels;
    this.#schedule = schedule;
    this.#next = next;
  }

  async play(withAsides: boolean): Promise<readonly string[]> {
    const { waiting, engaged, asides, ending } = this.#schedule;
    const started = await this.#house.call(undefined, 'POST', '/v1/chat', {
      body: { customer: { name: 'Marta Olsen' } },
    });
    this.#conversation = String(started.json['conversation']);
    this.#token = String(started.json['token']);
    await this.#openTab();
    let at = 0;
    const step = async (act: () => unknown): Promise<void> => {
      for (const [aside, isOver] of withAsides ? (asides[at] ?? []) : []) {
        const done = this.#aside(aside);
        if (isOver) await done.then(() => this.#house.settle());
      }
      at += 1;
      await act();
      await this.#house.settle();
    };
    for (const what of waiting) await step(() => this.#course(what));
    await step(() => this.#takes('ana', { type: 'assign', agent: 'ana' }));
    for (const what of engaged) await step(() => this.#course(what));
    await step(() => this.#end(ending));
    await this.#house.pass(20_000);
    for (const tab of this.#tabs) tab.cut();
    for (const id of [this.#conversation, ...this.#others]) await this.#forceClose(id);
    await this.#house.settle();
    return numbered(this.#tabs.flatMap(({ texts }) => texts));
  }

  get #tab(): Client {
    const tab = this.#tabs.at(-1);
    if (!tab) throw new Error('The customer has no tab.');
    return tab;
  }

  async #openTab(hello: object = {}): Promise<Client> {
    const tab = await this.#house.tab(this.#token, hello);
    this.#tabs.push(tab);
    await this.#house.settle();
    return tab;
  }

  async #course(step: CourseStep): Promise<void> {
    switch (step) {
      case 'customerSays':
        return this.#tab.send({ type: 'say', id: this.#questionId(++this.#said), text: `question ${this.#said}` });
      case 'customerRepeats':
        return this.#tab.send({ type: 'say', id: this.#questionId(this.#said), text: `question ${this.#said}` });
      case 'customerErrs':
        return this.#tab.send({ type: 'say', id: '', text: 'refused' });
      case 'customerTypes':
        return this.#tab.send({ type: 'typing' });
      case 'customerSees': {
        const entries = this.#tabs.flatMap((tab) => tab.all('entries').flatMap((e) => e['entries'] as ChatEntry[]));
        const notice = entries.findLast(({ type }) => type === 'notice');
        return this.#tab.send({ type: 'seen', notice: notice?.id ?? 'none' });
      }
      case 'customerReconnects':
        return this.#reconnect();
      case 'secondTab': {
        const tab = await this.#openTab();
        tab.cut();
        await tab.closed;
        this.#tabs.splice(0, 0, ...this.#tabs.splice(-1));
        return;
      }
      case 'timePasses':
        return this.#house.pass(12_500);
      case 'agentSays':
        return this.#say(this.#agent, 'public', `answer ${++this.#asked}`, `a-${this.#asked}`);
      case 'agentTypes':
        return this.#agent.send({ type: 'typing', conversation: this.#conversation, plane: 'public' });
      case 'otherOpens': {
        // Who came in the same millisecond is told apart by an id made by chance.
        await this.#house.pass(1_000);
        const body = { workstream: 'live-chat', customer: { name: 'Somebody Else' } };
        const { json } = await this.#house.call(this.#house.key(TENANT), 'POST', '/v1/conversations', { body });
        return void this.#others.push(String(json['id']));
      }
      case 'otherIsTaken':
        return this.#forceClose(this.#others.shift());
      case 'consultantJoins':
        return this.#command(this.#panels.ines, { type: 'join' });
      case 'consultantSays':
        return this.#say(this.#panels.ines, 'public', `advice ${++this.#asked}`, `a-${this.#asked}`);
      case 'consultantLeaves':
        return this.#command(this.#panels.ines, { type: 'leave' });
      case 'isTransferred': {
        const agent = this.#holder === 'ana' ? 'ben' : 'ana';
        return this.#takes(agent, { type: 'transfer', agent });
      }
    }
  }

  async #aside(step: AsideStep): Promise<void> {
    const { ines, jonas, ana, ben } = this.#panels;
    const conversation = this.#conversation;
    const path = (rest: string): string => `/v1/conversations/${conversation}${rest}`;
    const http = async (method: string, to: string, person = 'jonas', body?: object): Promise<void> => {
      const token = await this.#house.token(TENANT, person);
      await this.#house.call(token, method, to, body === undefined ? {} : { body });
    };
    switch (step) {
      case 'monitorByPanel':
        return jonas.send({ type: 'subscribe', id: 'w', topic: { kind: 'conversation', conversation } });
      case 'unmonitorByPanel':
        return jonas.send({ type: 'unsubscribe', id: 'w' });
      case 'monitorByHttp':
        return http('POST', path('/monitor'), 'jonas', {});
      case 'unmonitorByHttp':
        return http('POST', path('/unmonitor'), 'jonas', {});
      case 'readByHttp':
        return http('GET', path('/messages'));
      case 'agentNotes':
        return this.#say(this.#agent, 'internal', `${WHISPER} ${this.#next()}`);
      case 'agentNotesUnderTheNextId':
        return this.#say(this.#agent, 'internal', WHISPER, this.#questionId(this.#said + 1));
      case 'consultantNotes':
        return this.#say(ines, 'internal', `${WHISPER} ${this.#next()}`);
      case 'noteByHttp':
        return http('POST', path('/messages'), this.#holder, {
          id: `h${this.#next()}`,
          text: WHISPER,
          plane: 'internal',
        });
      case 'noteIsRepeated':
        return this.#say(this.#agent, 'internal', WHISPER, 'note-again');
      case 'agentTypesAside':
        return this.#agent.send({ type: 'typing', conversation, plane: 'internal' });
      case 'watcherTypes':
        return jonas.send({ type: 'typing', conversation, plane: 'public' });
      case 'watcherSays':
        return this.#say(jonas, 'public', WHISPER);
      case 'assignIsRefused':
        return this.#command(jonas, { type: 'assign', agent: 'nobody' });
      case 'forceCloseIsRefused':
        return this.#command(ana, { type: 'force-close', reason: WHISPER });
      case 'transferIsWeighed':
        return this.#command(jonas, { type: 'transfer', agent: 'ben', override: { reason: WHISPER } }, true);
      case 'handoverIsDrafted':
        return http('GET', path('/handover-draft'));
      case 'candidatesAreRead':
        return http('GET', path('/candidates?for=transfer&all=1'));
      case 'floorIsWatched':
        return jonas.send({ type: 'subscribe', id: 'f', topic: { kind: 'floor' } });
      case 'floorIsSearched':
        return http('GET', `/v1/floor?text=${WHISPER}`);
      case 'recordIsRead':
        return http('GET', '/v1/audit?limit=5', 'ada');
      case 'strangerSubscribes': {
        const stranger = this.#holder === 'ana' ? ben : ana;
        return stranger.send({ type: 'subscribe', id: 's', topic: { kind: 'conversation', conversation } });
      }
    }
  }

  async #end(ending: Schedule['ending']): Promise<void> {
    if (ending === 'forced') return this.#forceClose(this.#conversation);
    if (ending === 'customer') return this.#tab.send({ type: 'end', id: 'bye' });
    this.#command(this.#agent, { type: 'end' });
    if (ending === 'agent') return;
    await this.#house.pass(1_000);
    const tab = this.#tab;
    tab.send({ type: 'say', id: 'one-more', text: 'One more thing' });
    const moved = await tab.type('moved', 'one-more');
    this.#token = String(moved['token']);
    await this.#openTab();
    this.#tab.send({ type: 'end', id: 'bye' });
  }

  async #reconnect(): Promise<void> {
    const before = this.#tab;
    const epoch = before.all('welcome')[0]?.['epoch'];
    const entries = this.#tabs.flatMap((tab) => tab.all('entries').flatMap((e) => e['entries'] as ChatEntry[]));
    before.cut();
    await before.closed;
    await this.#house.settle();
    await this.#openTab({ since: { epoch, offset: Math.max(0, ...entries.map(({ offset }) => offset)) } });
  }

  get #agent(): Client {
    return this.#panels[this.#holder];
  }

  async #takes(agent: 'ana' | 'ben', command: Verb): Promise<void> {
    this.#command(this.#panels.ines, command);
    await this.#house.settle();
    this.#command(this.#panels[agent], { type: 'accept' });
    await this.#house.settle();
    this.#holder = agent;
  }

  #say(panel: Client, plane: 'public' | 'internal', text: string, message = `n${this.#next()}`): void {
    this.#command(panel, { type: 'say', plane, text, message });
  }

  #command(panel: Client, command: Verb, dryRun = false): void {
    const conversation = this.#conversation;
    panel.send({ type: 'command', id: `x${this.#next()}`, dryRun, command: { conversation, ...command } });
  }

  async #forceClose(conversation: string | undefined): Promise<void> {
    if (conversation === undefined) return;
    const token = await this.#house.token(TENANT, 'ines');
    const path = `/v1/conversations/${conversation}/force-close`;
    await this.#house.call(token, 'POST', path, { body: { reason: WHISPER } });
  }

  #questionId(number: number): string {
    return `q-${number}`;
  }
}
