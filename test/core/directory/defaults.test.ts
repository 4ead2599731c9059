import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPolicy, queueDefaults, workstreamDefaults } from '../../../core/directory/index.ts';
import { channels, DAY_MS, isLive, kindOf, MINUTE_MS, SECOND_MS } from '../../../core/words.ts';

test('[C4] auto-close defaults are those of the channel: live chat in minutes, other messaging in days', () => {
  const live = workstreamDefaults('liveChat').autoClose;
  assert.equal(live.open, 20 * MINUTE_MS);
  assert.equal(live['wrap-up'], 15 * MINUTE_MS);
  for (const channel of channels.filter((one) => kindOf(one) === 'messaging' && !isLive(one)))
    assert.deepEqual(workstreamDefaults(channel).autoClose, {
      open: 30 * DAY_MS,
      waiting: 28 * DAY_MS,
      'wrap-up': DAY_MS,
    });
});

test('[C3] an offer lasts 120 s, acceptance is by offer, a gone customer is waited for 3 min', () => {
  for (const channel of channels) {
    const { acceptance, offerFor, customerGrace, allowedPresences } = workstreamDefaults(channel);
    assert.deepEqual([acceptance, offerFor, customerGrace], ['offer', 120 * SECOND_MS, 3 * MINUTE_MS]);
    assert.ok(allowedPresences.length > 0);
  }
});

test('[C1] live conversations are not parked and not kept for the same agent unless the workstream says so', () => {
  for (const channel of channels) {
    const { mayPark, keepSameAgent } = workstreamDefaults(channel);
    assert.deepEqual([mayPark, keepSameAgent], [!isLive(channel), !isLive(channel)]);
  }
});

test('[D1] a queue is pushed unless it says otherwise', () => {
  assert.equal(queueDefaults.distribution, 'push');
});

test('[T2] transfer to a queue is off, the other commands are on', () => {
  assert.equal(defaultPolicy.switches.transferToQueue, false);
  const { monitor, assign, transfer } = defaultPolicy.switches;
  assert.deepEqual([monitor, assign, transfer], [true, true, true]);
});

test('[M7] monitoring is silent and [N3] consent is shown, unless a tenant says otherwise', () => {
  assert.equal(defaultPolicy.monitoringVisibleToAgent, false);
  assert.equal(defaultPolicy.consent, 'shown');
});
