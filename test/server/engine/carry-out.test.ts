import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '@floorwalk/core';
import { laneOf } from '../../../server/engine/carry-out.ts';
import { customerOf, integration, systemActor } from '../../support/engine.ts';
import { world } from '../../support/world.ts';

test('[M5] only who can come back is told that the store is busy: not customers, nor who is taken out because they have gone', () => {
  const ines = world().actor('ines');
  const gone: Actor = { kind: 'person', id: 'ines', name: 'Ines', roles: [], scope: [], from: 'system' };
  assert.deepEqual([ines, integration].map(laneOf), ['staff', 'staff']);
  assert.deepEqual([customerOf('c1'), systemActor, gone].map(laneOf), ['customer', 'customer', 'customer']);
});
