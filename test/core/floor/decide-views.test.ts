import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal, type Refusal } from '../../../core/index.ts';
import {
  decideViews,
  evolveViews,
  initialViews,
  MOST_VIEWS,
  SHARED,
  type FloorLook,
  type SavedView,
  type ViewsChange,
  type ViewsCommand,
} from '../../../core/floor/index.ts';
import { world } from '../../support/world.ts';

const look: FloorLook = {
  view: 'attention',
  queues: ['billing'],
  agents: [],
  channels: [],
  sentiments: [1, 2],
  sort: 'wait',
  descending: true,
  density: null,
};

/** A floor on which commands take effect one after another, each a millisecond later. */
function desk() {
  const { floor, actor, now } = world();
  let at = now;
  const decide = (who: string, command: ViewsCommand): readonly ViewsChange[] | Refusal =>
    decideViews({ floor, actor: actor(who), now: (at += 1) }, command);
  const does = (who: string, command: ViewsCommand): Refusal | undefined => {
    const decided = decide(who, command);
    if (isRefusal(decided)) return decided;
    for (const { id, events } of decided)
      floor.views.set(id, events.reduce(evolveViews, floor.views.get(id) ?? initialViews(id)));
    return undefined;
  };
  const save = (who: string, view: string, more: Partial<Extract<ViewsCommand, { type: 'SaveView' }>> = {}) =>
    does(who, { type: 'SaveView', view, seen: undefined, name: `View ${view}`, isShared: false, look, ...more });
  const of = (id: string): readonly SavedView[] => floor.views.get(id)?.views ?? [];
  const find = (id: string, view: string): SavedView | undefined => of(id).find((one) => one.id === view);
  return { floor, decide, does, save, of, find };
}

test('[F6] a view is its owner’s until they share it, and then everybody’s', () => {
  const on = desk();
  on.save('ines', 'v1');
  assert.equal(on.find('ines', 'v1')?.name, 'View v1');
  assert.deepEqual([on.of('jonas'), on.of(SHARED)], [[], []]);
  on.save('ines', 'v1', { isShared: true });
  assert.deepEqual(on.of('ines'), []);
  assert.equal(on.find(SHARED, 'v1')?.owner, 'ines');
});

test('[F6] every supervisor may change, rename and delete a shared view; only who made it takes it back', () => {
  const on = desk();
  on.save('ines', 'v1', { isShared: true });
  assert.equal(on.save('jonas', 'v1', { isShared: true, name: 'Late bills' }), undefined);
  const { name, owner, by } = on.find(SHARED, 'v1') ?? {};
  assert.deepEqual([name, owner, by], ['Late bills', 'ines', 'jonas']);
  assert.equal(on.save('jonas', 'v1')?.refusal, 'role');
  assert.equal(on.save('ines', 'v1'), undefined);
  assert.equal(on.find('ines', 'v1')?.name, 'View v1');
  on.save('ines', 'v1', { isShared: true });
  assert.equal(on.does('jonas', { type: 'DeleteView', view: 'v1', seen: undefined }), undefined);
  assert.deepEqual(on.of(SHARED), []);
});

test('[F6] nobody but supervisors keeps views', () => {
  const on = desk();
  for (const who of ['ana', 'ada']) assert.equal(on.save(who, 'v1')?.refusal, 'role', who);
});

test('[F6] of two who save one view the slower is told who was faster, and nothing of theirs is kept', () => {
  const on = desk();
  on.save('ines', 'v1', { isShared: true });
  const seen = on.find(SHARED, 'v1')?.at;
  assert.equal(on.save('jonas', 'v1', { isShared: true, seen, name: 'First' }), undefined);
  const late = on.save('ines', 'v1', { isShared: true, seen, name: 'Second' });
  assert.equal(late?.refusal, 'version');
  assert.equal(late.winner?.person, on.floor.people.get('jonas')?.name);
  assert.equal(on.find(SHARED, 'v1')?.name, 'First');
  assert.equal(on.does('ines', { type: 'DeleteView', view: 'v1', seen: seen ?? 0 })?.refusal, 'version');
  assert.equal(on.save('ines', 'v1', { isShared: true, seen: null })?.refusal, 'version');
});

test('[F6] a view that somebody deleted meanwhile is not brought back by accident, and by undo it is', () => {
  const on = desk();
  on.save('ines', 'v1', { isShared: true });
  const seen = on.find(SHARED, 'v1')?.at ?? 0;
  on.does('jonas', { type: 'DeleteView', view: 'v1', seen });
  assert.equal(on.save('ines', 'v1', { isShared: true, seen })?.refusal, 'version');
  assert.deepEqual(on.decide('ines', { type: 'DeleteView', view: 'v1', seen }), []);
  assert.equal(on.save('jonas', 'v1', { isShared: true, seen: null }), undefined);
  assert.equal(on.of(SHARED).length, 1);
});

test('[F6] a view saved in the same millisecond is still another version', () => {
  const { floor, actor, now } = world();
  const save = { type: 'SaveView', view: 'v1', seen: undefined, name: 'A', isShared: true, look } as const;
  const first = decideViews({ floor, actor: actor('ines'), now }, save);
  assert.ok(!isRefusal(first));
  floor.views.set(SHARED, (first[0]?.events ?? []).reduce(evolveViews, initialViews(SHARED)));
  const second = decideViews({ floor, actor: actor('ines'), now }, save);
  assert.ok(!isRefusal(second));
  const event = second[0]?.events[0];
  assert.equal(event?.type === 'ViewSaved' && event.view.at, now + 1);
});

test('[F6] names are told apart within a list, whatever their case, and lists have an end', () => {
  const on = desk();
  on.save('ines', 'v0', { name: 'Late' });
  assert.equal(on.save('ines', 'v1', { name: 'LATE' })?.refusal, 'identifierReused');
  assert.equal(on.save('ines', 'v0', { name: 'late' }), undefined);
  for (let n = 1; n < MOST_VIEWS; n++) assert.equal(on.save('ines', `v${n}`), undefined);
  assert.equal(on.save('ines', 'more')?.field, 'name');
  assert.equal(on.save('ines', 'v3', { name: 'Renamed' }), undefined);
  assert.equal(on.save('jonas', 'v0'), undefined);
});

test('[F6] a floor opens with one of the views that its supervisor may open', () => {
  const on = desk();
  on.save('ines', 'mine');
  on.save('ines', 'ours', { isShared: true });
  assert.equal(on.does('jonas', { type: 'OpenWith', view: 'mine' })?.field, 'view');
  assert.equal(on.does('jonas', { type: 'OpenWith', view: 'ours' }), undefined);
  assert.equal(on.floor.views.get('jonas')?.opensWith, 'ours');
  assert.equal(on.floor.views.get('ines')?.opensWith ?? null, null);
  assert.deepEqual(on.decide('jonas', { type: 'OpenWith', view: 'ours' }), []);
  on.does('jonas', { type: 'OpenWith', view: null });
  assert.equal(on.floor.views.get('jonas')?.opensWith, null);
});

test('[F6] an id that is taken among the shared views is not overwritten from one’s own', () => {
  const on = desk();
  on.save('jonas', 'v1');
  on.save('ines', 'v1', { isShared: true });
  assert.equal(on.save('jonas', 'v1', { isShared: true })?.refusal, 'identifierReused');
  assert.equal(on.find(SHARED, 'v1')?.owner, 'ines');
});
