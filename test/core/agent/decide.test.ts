import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Agent, AgentCommand, AgentEvent } from '../../../core/agent/index.ts';
import { agentDueAt, decideAgent, evolveAgent, initialAgent, UNREACHABLE_LIMIT_MS } from '../../../core/agent/index.ts';
import { isRefusal } from '../../../core/refusals.ts';

const NOW = 1_000_000;
const lunch = { id: 'lunch', name: 'Lunch', base: 'away' } as const;

function eventsOf(agent: Agent, command: AgentCommand, now = NOW, by = 'ana'): readonly AgentEvent[] {
  const decided = decideAgent(agent, command, { now, by, customPresences: [lunch] });
  assert.ok(!isRefusal(decided), JSON.stringify(decided));
  return decided;
}
const after = (agent: Agent, command: AgentCommand, now = NOW, by = 'ana'): Agent =>
  eventsOf(agent, command, now, by).reduce(evolveAgent, agent);

const connect = { type: 'Connect', connection: 'desk', server: 'server-1' } as const;
const disconnect = { type: 'Disconnect', connection: 'desk' } as const;
const here = after(initialAgent('ana'), connect);

test('[K5] the last connection to go makes unreachable at once, an earlier one does not', () => {
  const two = after(here, { type: 'Connect', connection: 'phone', server: 'server-2' });
  assert.equal(after(two, disconnect).unreachableSince, null);
  assert.equal(after(here, disconnect).unreachableSince, NOW);
});

test('[K5] unreachable for 2.5 minutes loses the agent, exactly then and once', () => {
  const gone = after(here, disconnect);
  assert.equal(UNREACHABLE_LIMIT_MS, 150_000);
  assert.equal(agentDueAt(gone), NOW + UNREACHABLE_LIMIT_MS);
  assert.deepEqual(eventsOf(gone, { type: 'Tick' }, NOW + UNREACHABLE_LIMIT_MS - 1), []);
  const [lost] = eventsOf(gone, { type: 'Tick' }, NOW + UNREACHABLE_LIMIT_MS, 'system');
  assert.equal(lost?.type === 'AgentLost' && lost.why, 'unreachable');
  const past = after(gone, { type: 'Tick' }, NOW + UNREACHABLE_LIMIT_MS);
  assert.deepEqual(eventsOf(past, { type: 'Tick' }, NOW + 2 * UNREACHABLE_LIMIT_MS), []);
  assert.equal(agentDueAt(past), null);
});

test('[K5] back within the limit, nothing is lost and no deadline runs', () => {
  const back = after(after(here, disconnect), connect, NOW + 1);
  assert.equal(agentDueAt(back), null);
  assert.equal(back.lost, false);
});

test('[K5] sign-out does the same at once, whatever is still connected', () => {
  const out = after(here, { type: 'SignOut' });
  assert.deepEqual([out.lost, out.unreachableSince, Object.keys(out.connections)], [true, NOW, []]);
  assert.deepEqual(eventsOf(out, disconnect), []);
  assert.equal(after(out, connect).lost, false);
});

test('[C7] a disabled agent is lost at once', () => {
  const [event] = eventsOf(here, { type: 'Disable' }, NOW, 'ada');
  assert.equal(event?.type === 'AgentLost' && event.why, 'disabled');
});

test('[K5] somebody who was never here has no deadline and nothing to lose', () => {
  assert.equal(agentDueAt(initialAgent('new')), null);
  assert.deepEqual(eventsOf(initialAgent('new'), { type: 'SignOut' }), []);
});

test('[K1] inactive is refused: only the system sets it', () => {
  const decided = decideAgent(here, { type: 'SetPresence', presence: 'inactive' }, { now: NOW, by: 'ana' });
  assert.equal(isRefusal(decided) && decided.refusal, 'presenceBySystem');
});

test('[K1] a custom presence counts as its base and keeps its name', () => {
  const { manual } = after(here, { type: 'SetPresence', presence: 'lunch' });
  assert.deepEqual([manual?.presence, manual?.custom], ['away', 'lunch']);
  const decided = decideAgent(here, { type: 'SetPresence', presence: 'lunch' }, { now: NOW, by: 'ana' });
  assert.equal(isRefusal(decided) && decided.refusal, 'malformed');
});

test('[K4] a presence set by a supervisor says who set it', () => {
  assert.equal(after(here, { type: 'SetPresence', presence: 'away' }, NOW, 'ines').manual?.by, 'ines');
});

test('[K2] manual available and busy lapse, away, doNotDisturb and offline stay', () => {
  for (const presence of ['available', 'busy'])
    assert.equal(after(after(here, { type: 'SetPresence', presence }), { type: 'Lapse' }).manual, null);
  for (const presence of ['away', 'doNotDisturb', 'offline'])
    assert.equal(after(after(here, { type: 'SetPresence', presence }), { type: 'Lapse' }).manual?.presence, presence);
});

test('[K2] a missed offer ends with an act or a presence', () => {
  const missed = after(here, { type: 'MissOffer' });
  assert.equal(missed.missedOfferAt, NOW);
  assert.equal(after(missed, { type: 'Act' }).missedOfferAt, null);
  assert.equal(after(missed, { type: 'SetPresence', presence: 'available' }).missedOfferAt, null);
  assert.deepEqual(eventsOf(here, { type: 'Act' }), []);
});

test('[R5] the first acknowledgement of a sign-in is recorded, and the next sign-in asks again', () => {
  const told = after(here, { type: 'Acknowledge' });
  assert.equal(told.acknowledgedAt, NOW);
  assert.deepEqual(eventsOf(told, { type: 'Acknowledge' }, NOW + 5), []);
  assert.equal(after(told, { type: 'SignOut' }).acknowledgedAt, null);
  const lost = after(after(told, disconnect), { type: 'Tick' }, NOW + UNREACHABLE_LIMIT_MS);
  assert.equal(lost.acknowledgedAt, NOW);
});

const commands: readonly AgentCommand[] = [
  connect,
  disconnect,
  { type: 'SignOut' },
  { type: 'Disable' },
  { type: 'SetPresence', presence: 'busy' },
  { type: 'SetPresence', presence: 'away' },
  { type: 'Acknowledge' },
  { type: 'Tick' },
  { type: 'Act' },
  { type: 'Lapse' },
  { type: 'MissOffer' },
  { type: 'NoteOffer' },
];

test('[K5] a command repeated at once does nothing more, after any history', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...commands), { maxLength: 20 }),
      fc.constantFrom(...commands),
      (all, last) => {
        const agent = all.reduce((so, command, at) => after(so, command, NOW + at * 60_000), initialAgent('ana'));
        const now = NOW + all.length * 60_000;
        assert.deepEqual(eventsOf(after(agent, last, now), last, now), []);
      },
    ),
  );
});

test('[K5] reachable and connected are the same, and lost means unreachable, after any history', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...commands), { maxLength: 30 }), (all) => {
      const agent = all.reduce((so, command, at) => after(so, command, NOW + at * 60_000), initialAgent('ana'));
      assert.equal(agent.unreachableSince === null, Object.keys(agent.connections).length > 0);
      if (agent.lost) assert.notEqual(agent.unreachableSince, null);
    }),
  );
});
