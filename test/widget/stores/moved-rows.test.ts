import { movedRows } from '../../../widget/stores/moved-rows.ts';
import { expect } from '@open-wc/testing';

const rows = (order: string): readonly string[] => order.split('');

describe('how many rows have a new place', () => {
  for (const [shown, wanted, moved] of [
    ['abcd', 'abcd', 0],
    ['abcd', 'xabcd', 1],
    ['abcd', 'bcda', 1],
    ['abcd', 'dcba', 3],
    ['abcd', 'acd', 0],
    ['', 'ab', 2],
    ['ab', '', 0],
  ] as const) {
    it(`[F4] from "${shown}" to "${wanted}" is ${moved}`, () => {
      expect(movedRows(rows(shown), rows(wanted))).to.equal(moved);
    });
  }
});
