import '../../../widget/elements/supervisor/define.ts';
import { waitUntil } from '@open-wc/testing';
import type { LiveClient } from '../../../widget/client/index.ts';
import type { FloorwalkSupervisor } from '../../../widget/elements/supervisor/supervisor.ts';
import { CommandRequestedEvent } from '../../../widget/events/floor-events.ts';
import { loadStaffLanguage } from '../../../widget/strings/load.ts';
import { refusalSentence, sentimentWord, t } from '../../../widget/strings/index.ts';
import { candidate, detail, queueCandidate } from '../support/floor-facts.ts';
import { mount, type Mounted } from '../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../support/scripted-server.ts';
import { all, one, press, write } from '../support/shown.ts';
import { Walk } from '../support/walk.ts';

const over = { load: 3, excess: 1, refusal: 'overCapacity', overridable: true } as const;
const found = {
  agents: [
    candidate('ana', { name: 'Ana Kovač' }),
    candidate('ben', { name: 'Ben Adler', presence: 'busy', leavesFloor: true, member: false, ...over }),
    candidate('lena', { name: 'Lena Berg', presence: 'offline', refusal: 'agentUnreachable' }),
  ],
  queues: [
    queueCandidate('delivery', { name: 'Delivery' }),
    queueCandidate('empty', { name: 'Returns', members: 0, refusal: 'queueWithoutMembers' }),
  ],
};
const draft = {
  reason: 'Knows the case',
  wants: 'I want one of them back',
  tried: 'Asked the bank',
  promised: 'A refund',
  promisedBy: 'Friday',
  lastQuestion: 'Can you help?',
  sentiment: '2',
};

Walk.through('the dialogs of a supervisor', loadStaffLanguage, (walk) => {
  let server: ScriptedServer;
  let client: LiveClient;
  let panel: Mounted<FloorwalkSupervisor>;
  let answers: boolean;
  beforeEach(async () => {
    answers = true;
    server = new ScriptedServer();
    client = await scriptedClient(server, (path) => {
      if (!answers) return undefined;
      if (path.includes('/candidates')) return { ok: true, body: found };
      return { ok: true, body: path.endsWith('/handover-draft') ? draft : detail() };
    });
    const { width } = walk();
    panel = await mount<FloorwalkSupervisor>('floorwalk-supervisor', client, {}, { width, height: 800 });
  });
  afterEach(() => client.close());

  const open = async (command: CommandRequestedEvent['command']): Promise<FloorwalkSupervisor> => {
    one(panel.el, 'floorwalk-floor').dispatchEvent(new CommandRequestedEvent(command, 'c1', 'Marta Olsen'));
    await panel.shown();
    const name = command === 'forceClose' ? 'force-close' : command;
    const dialog = one<FloorwalkSupervisor>(panel.el, `dialog[open] floorwalk-${name}`);
    await dialog.updateComplete;
    return dialog;
  };
  const see = (el: HTMLElement, state: string, signs: Parameters<Walk['see']>[2], again?: () => Promise<unknown>) =>
    walk().see(el, state, signs, again);

  it('assign: the candidates, what would happen with each, too much, nobody, a lost race', async () => {
    const dialog = await open('assign');
    const key = async (name: string): Promise<void> => {
      press(one(dialog, '.search'), name);
      await panel.shown();
    };
    await see(dialog, 'candidates', ['[role="option"]', () => t('whatIfHint'), () => t('leavesYourFloor')]);
    server.answer = () => ({ result: { id: 'c1', version: 2, state: 'engaged' } });
    await key('ArrowDown');
    const facts = { agent: 'Ana Kovač', would: 2, capacity: 3 };
    await waitUntil(() => server.whatIfs().length === 1);
    await panel.shown();
    await see(dialog, 'what if, at once', ['.outlook', () => t('wouldHold', facts), () => t('automaticTerms', facts)]);
    await key('ArrowDown');
    const much = { agent: 'Ben Adler', would: 4, capacity: 3, over: 1 };
    await see(dialog, 'what if, too much', [() => t('wouldExceed', much), () => t('overrideIsAudited')]);
    server.answer = () => ({ refusal: { refusal: 'agentUnreachable' } });
    await key('ArrowDown');
    await see(dialog, 'what if, refused', [() => refusalSentence({ refusal: 'agentUnreachable', detail: '' })]);
    write(one(dialog, '.search'), 'zebra');
    await panel.shown();
    await see(dialog, 'nobody', [() => t('nobodyToChoose')]);
    write(one(dialog, '.search'), '');
    await panel.shown();
    const winner = { person: 'Jonas Weber', at: client.now() - 2_000, did: 'ConversationOffered', to: 'Ben Adler' };
    server.answer = () => ({ refusal: { refusal: 'state', state: 'offered', winner } });
    await key('ArrowDown');
    await key('Enter');
    await see(dialog, 'lost', [
      '.lost',
      () => t('withdrawAndChoose'),
      () => t('choiceNotSent', { choice: 'Delivery' }),
    ]);
  });

  it('assign: no list', async () => {
    answers = false;
    const dialog = await open('assign');
    await see(dialog, 'no list', [() => t('candidatesNotRead')]);
  });

  it('transfer: the handover card, filled, and what stands against it', async () => {
    const dialog = await open('transfer');
    const fields = all(dialog, '.card textarea').map((it) => (it as HTMLTextAreaElement).value);
    if (fields.some((text) => text === '')) throw new TypeError(`an empty field: ${fields.join()}`);
    const card = [() => t('handoverSource'), () => t('handoverNeverCustomer', { customer: 'Marta Olsen' })];
    await see(dialog, 'handover', ['.card', '.mood svg', () => sentimentWord(2), ...card]);
    server.answer = () => ({ refusal: { refusal: 'transferPending' } });
    press(one(dialog, '.search'), 'ArrowDown');
    await panel.shown();
    press(one(dialog, '.search'), 'Enter');
    await panel.shown();
    await see(dialog, 'refused', ['.lost', () => refusalSentence({ refusal: 'transferPending', detail: '' })]);
  });

  it('force close: what the customer will read, and a refusal', async () => {
    const dialog = await open('forceClose');
    await see(dialog, 'asked', ['input', () => t('forceCloseFinal')]);
    server.answer = () => ({ refusal: { refusal: 'outOfScope' } });
    await see(dialog, 'refused', [() => refusalSentence({ refusal: 'outOfScope', detail: '' })], async () => {
      write(one(dialog, 'input'), 'Abuse');
      one(dialog, '.primary').click();
      await panel.shown();
    });
  });
});
