import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { afterReport, deliveryOf, deliveryOutcomes, noDeliveries } from '../../../core/conversation/deliveries.ts';
import { story } from '../../support/story.ts';

const NOW = 1_000;
const report = (offset: number, outcome: (typeof deliveryOutcomes)[number]) => ({
  entry: `e${offset}`,
  offset,
  outcome,
});
const of = (deliveries: typeof noDeliveries, offset: number): string =>
  deliveryOf(deliveries, { id: `e${offset}`, offset });

test('[N2] what is delivered covers what came before, but not what was said to have failed or to be unknown', () => {
  const two = afterReport(afterReport(noDeliveries, report(2, 'unknown'), NOW), report(4, 'delivered'), NOW);
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((offset) => of(two, offset)),
    ['delivered', 'unknown', 'delivered', 'delivered', 'sent'],
  );
  const cleared = afterReport(two, report(2, 'delivered'), NOW);
  assert.equal(of(cleared, 2), 'delivered');
  assert.equal(of(cleared, 4), 'delivered');
});

test('[N2] whatever is reported in whatever order, the last word on an entry counts, and a doubt never unsays a delivery', () => {
  const reports = fc.array(
    fc.record({ offset: fc.integer({ min: 1, max: 6 }), outcome: fc.constantFrom(...deliveryOutcomes) }),
  );
  fc.assert(
    fc.property(reports, (all) => {
      let deliveries = noDeliveries;
      for (const { offset, outcome } of all) {
        const before = of(deliveries, offset);
        deliveries = afterReport(deliveries, report(offset, outcome), NOW);
        const expected = before === 'delivered' && outcome === 'unknown' ? 'delivered' : outcome;
        assert.equal(of(deliveries, offset), expected);
        assert.equal(afterReport(deliveries, report(offset, outcome), NOW + 1), deliveries);
      }
    }),
  );
});

test('[R2] nobody but an integration that may deliver says how it went', () => {
  const on = story('c-engaged');
  const command = { type: 'ReportDelivery', entry: 'e1', offset: 1, outcome: 'failed' } as const;
  for (const who of ['ines', 'ana', 'customer:c-engaged']) on.refused(who, command, 'role');
  assert.equal(on.c.deliveries, undefined);
});
