import '../../../../widget/elements/assign/define.ts';
import type { FloorwalkAssign } from '../../../../widget/elements/assign/assign.ts';
import type { LiveClient } from '../../../../widget/client/index.ts';
import { REFRESH_MS } from '../../../../widget/elements/assign/candidates-panel.ts';
import { REST_MS } from '../../../../widget/elements/assign/what-if.ts';
import { fakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { candidate, queueCandidate } from '../../support/floor-facts.ts';
import { mount, type Mounted } from '../../support/mount.ts';
import { scriptedClient, ScriptedServer } from '../../support/scripted-server.ts';
import { all, one, press, words, write } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

const ana = candidate('ana', { name: 'Ana Kovač' });
const ben = candidate('ben', { name: 'Ben Adler', load: 3, excess: 1, refusal: 'overCapacity', overridable: true });
const lena = candidate('lena', { name: 'Lena Berg', presence: 'offline', refusal: 'agentUnreachable' });

describe('moving through the candidates', () => {
  let clock: FakeClock;
  let server: ScriptedServer;
  let client: LiveClient;
  let agents: readonly unknown[];
  let panel: Mounted<FloorwalkAssign>;
  beforeEach(async () => {
    clock = fakeClock(Date.now());
    server = new ScriptedServer();
    agents = [ana, ben, lena];
    const queues = [queueCandidate('delivery', { name: 'Delivery', open: 0 })];
    client = await scriptedClient(server, () => ({ ok: true, body: { agents, queues } }));
    panel = await mount<FloorwalkAssign>('floorwalk-assign', client, { conversation: 'c1' }, { width: 680 });
  });
  afterEach(() => {
    client.close();
    clock.restore();
  });

  const line = (): string => words(one(panel.el, '.outlook'));
  const move = async (...keys: string[]): Promise<void> => {
    for (const key of keys) press(one(panel.el, '.search'), key);
    await panel.shown();
  };
  const rest = async (): Promise<void> => {
    await clock.pass(REST_MS);
    await panel.shown();
  };
  const point = async (index: number, type = 'pointerenter', pointerType = 'mouse'): Promise<void> => {
    all(panel.el, '[role="option"]')[index]?.dispatchEvent(new PointerEvent(type, { pointerType }));
    await panel.shown();
  };

  it('[F4] nobody changes places under the pointer when the list is read again, and who is new comes last', async () => {
    const shown = (): readonly string[] => all(panel.el, '[role="option"] .strong').map((it) => words(it));
    expect(shown()).to.deep.equal(['Ana Kovač', 'Ben Adler', 'Lena Berg', 'Delivery']);
    agents = [candidate('tom', { name: 'Tom' }), lena, { ...ben, load: 0, excess: 0 }, ana];
    await clock.pass(REFRESH_MS);
    await panel.shown();
    expect(shown()).to.deep.equal(['Ana Kovač', 'Ben Adler', 'Lena Berg', 'Tom', 'Delivery']);
    one(panel.el, '[type="checkbox"]').click();
    await panel.shown();
    expect(shown()).to.deep.equal(['Tom', 'Lena Berg', 'Ben Adler', 'Ana Kovač', 'Delivery']);
  });

  it('[A7] says at once what the list knows, then what the server’s rules say', async () => {
    expect(line()).to.equal('Move through the list to see what would happen.');
    server.answer = () => ({ result: { id: 'c1', version: 2, state: 'engaged' } });
    await move('ArrowDown');
    expect(line()).to.equal(
      'Available Ana Kovač would hold 2 of 3 units. Ana Kovač is asked and can reject. If nobody accepts, it returns to its queue and you are told.',
    );
    expect(server.whatIfs()).to.have.length(0);
    await rest();
    expect(server.whatIfs()).to.deep.equal([{ type: 'assign', conversation: 'c1', agent: 'ana' }]);
    expect(line()).to.contain('Ana Kovač has it at once.');
    expect(server.commands()).to.have.length(0);
  });

  it('[A7] follows the pointer, and goes back to the chosen one when it leaves', async () => {
    await move('ArrowDown');
    await point(1);
    expect(line()).to.contain('Ben Adler would hold 4 of 3 units, 1 over capacity.');
    expect(all(panel.el, '.what-if input'), 'a reason is for the chosen one').to.have.length(0);
    await rest();
    expect(server.whatIfs().at(-1)).to.deep.include({ agent: 'ben', override: { reason: 'Reason' } });
    await point(2);
    expect(line()).to.contain('Lena Berg').and.to.contain('The agent is unreachable or offline.');
    one(panel.el, '.list').dispatchEvent(new PointerEvent('pointerleave'));
    await panel.shown();
    expect(line()).to.contain('Ana Kovač');
    await point(1, 'pointerenter', 'touch');
    expect(line(), 'a finger chooses').to.contain('Ana Kovač');
    await point(2);
    await move('ArrowDown');
    expect(line(), 'a key wins over a pointer that rests').to.contain('Ben Adler');
  });

  it('[A7] nothing moves or goes empty on the way', async () => {
    await move('ArrowDown');
    const height = (): number => one(panel.el, '.what-if').getBoundingClientRect().height;
    const before = height();
    for (const index of [1, 2, 3, 0]) {
      await point(index);
      expect(line()).not.to.equal('');
      expect(height(), `at ${index}`).to.equal(before);
    }
  });

  it('[A7] the excess and the refusal of this moment win over those of the list', async () => {
    server.answer = ({ command }) =>
      'agent' in command && command.agent === 'ana'
        ? { refusal: { refusal: 'overCapacity', excess: 2 } }
        : { refusal: { refusal: 'presenceNotAllowed' } };
    await move('ArrowDown');
    await rest();
    expect(line()).to.contain('2 over capacity');
    await move('ArrowDown');
    write(one(panel.el, '.what-if input'), 'Knows the customer');
    await rest();
    expect(server.whatIfs().at(-1)).to.deep.include({ override: { reason: 'Knows the customer' } });
    expect(line()).to.contain('The agent has a presence that the workstream does not allow.');
  });

  it('[A6][A7] that somebody was faster is said before anything is confirmed', async () => {
    const winner = { person: 'Jonas Weber', at: client.now() - 2_000, did: 'ConversationOffered', to: 'Ben Adler' };
    server.answer = () => ({ refusal: { refusal: 'state', detail: '', state: 'offered', winner } });
    await move('ArrowDown');
    await rest();
    expect(words(one(panel.el, '[role="alert"]'))).to.contain('Jonas Weber assigned it to Ben Adler 2 s ago.');
    expect(one(panel.el, '.foot .primary').getAttribute('aria-disabled')).to.equal('true');
    await move('Enter');
    expect(server.commands()).to.have.length(0);
  });

  it('[A7] a queue says who joins it; how many wait there is said in words', async () => {
    await move('ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(words(all(panel.el, '[aria-selected="true"]')[0]))
      .to.contain('nobody waiting')
      .and.to.contain('4 members');
    expect(line()).to.contain('It joins Delivery');
  });
});
