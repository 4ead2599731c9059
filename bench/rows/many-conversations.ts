import { row, type RowGroup } from '../row.ts';
import { interleaved, median } from '../support/figures.ts';
import { openWalkedFloor } from '../support/walked-floor.ts';

const WATCHERS = 50;

/** Whether an event costs what is watched, or what exists. */
export const manyConversations: RowGroup = {
  name: 'many-conversations',
  measure: async ({ short }) => {
    const [few, many] = short ? [100, 400] : [1_000, 50_000];
    const [words, times] = short ? [10, 1] : [120, 5];
    const small = await openWalkedFloor(few, WATCHERS);
    const large = await openWalkedFloor(many, WATCHERS);
    try {
      for (const floor of [small, large]) await floor.say(words);
      const runs = await interleaved(times, { small: () => small.say(words), large: () => large.say(words) });
      const [one, other] = [median(runs['large'] ?? []), median(runs['small'] ?? [])];
      const behind = `CPU ms an event with ${WATCHERS} floors open: ${one.toFixed(2)} and ${other.toFixed(2)}`;
      const name = `an event at ${many.toLocaleString('en')} live conversations, of ${few.toLocaleString('en')}`;
      return [row(name, one / other, 1.2, '×', 'less', behind)];
    } finally {
      await Promise.all([small.stop(), large.stop()]);
    }
  },
};
