import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evolveViews, foldFloor, initialViews, SHARED, type SavedView } from '../../../core/floor/index.ts';
import { auditOf } from '../../../core/policy/index.ts';
import { world } from '../../support/world.ts';

const view: SavedView = {
  id: 'v1',
  name: 'Late bills',
  owner: 'ines',
  by: 'ines',
  at: 1,
  look: {
    view: 'all',
    queues: ['billing'],
    agents: [],
    channels: [],
    sentiments: [],
    sort: 'wait',
    descending: true,
    density: null,
  },
};
const saved = { type: 'ViewSaved', at: 1, by: 'ines', view, was: null } as const;

test('[F6] views are the fold of what happened to them', () => {
  const one = evolveViews(initialViews('ines'), saved);
  assert.deepEqual(one.views, [view]);
  const renamed = { ...view, name: 'Bills' };
  assert.deepEqual(evolveViews(one, { ...saved, view: renamed, was: view }).views, [renamed]);
  assert.deepEqual(evolveViews(one, { type: 'ViewDeleted', at: 2, by: 'ines', view }).views, []);
  assert.equal(evolveViews(one, { type: 'OpeningViewSet', at: 2, by: 'ines', view: 'v1' }).opensWith, 'v1');
});

test('[F6] a commit that is folded twice counts once', () => {
  const { floor } = world();
  const first = { of: 'views', id: 'ines', version: 1, events: [saved] } as const;
  const gone = { type: 'ViewDeleted', at: 2, by: 'ines', view } as const;
  foldFloor(floor, { changes: [first] });
  foldFloor(floor, { changes: [{ of: 'views', id: 'ines', version: 2, events: [gone] }] });
  foldFloor(floor, { changes: [first] });
  assert.deepEqual(floor.views.get('ines')?.views, []);
  assert.equal(floor.views.get('ines')?.version, 2);
});

test('[R4] [F6] what is shared is on the record field by field, what somebody keeps for themselves is not', () => {
  const ines = world().actor('ines');
  const was = { ...view, name: 'Bills', look: { ...view.look, queues: [] } };
  const [line] = auditOf({ of: 'views', id: SHARED, version: 2, events: [{ ...saved, was }] }, ines);
  assert.deepEqual(line?.details, {
    entry: 'view:Late bills',
    'was.name': 'Bills',
    'now.name': 'Late bills',
    'was.queues': '',
    'now.queues': 'billing',
  });
  const gone = { type: 'ViewDeleted', at: 2, by: 'ines', view } as const;
  const [deleted] = auditOf({ of: 'views', id: SHARED, version: 3, events: [gone] }, ines);
  assert.deepEqual([deleted?.what, deleted?.details], ['ViewDeleted', { entry: 'view:Late bills' }]);
  assert.deepEqual(auditOf({ of: 'views', id: 'ines', version: 2, events: [saved, gone] }, ines), []);
});
