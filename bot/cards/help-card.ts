import type { CardJson } from '../transport/activity.ts';
import { button, card, heading, line, run, subtle, type Stamp } from './elements.ts';

/** What can be typed; all of it is on buttons too. */
export const helpCard = (stamp: Stamp): CardJson =>
  card(
    stamp,
    [
      heading(stamp.words.card.helpTitle),
      ...stamp.words.help.map(([word, what]) =>
        line([run(word, { weight: 'bolder' }), run(` – ${what}`)], { spacing: 'small' }),
      ),
      subtle(stamp.words.card.helpSlash),
      subtle(stamp.words.card.notForEmployment),
    ],
    [button(stamp, stamp.words.card.floor, 'floor')],
  );
