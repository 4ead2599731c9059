import type { CardJson } from '../transport/activity.ts';
import { button, card, line, run, type Stamp } from './elements.ts';

/** One sentence as a card, as the answer to a click; `back` names a conversation to go on with. */
export function noteCard(
  stamp: Stamp,
  text: string,
  look: { readonly bad?: boolean; readonly back?: string } = {},
): CardJson {
  const actions = [
    ...(look.back === undefined ? [] : [button(stamp, stamp.words.card.lookAgain, 'look', { c: look.back })]),
    button(stamp, stamp.words.card.floor, 'floor'),
  ];
  return card(stamp, [line([run(text, look.bad ? { color: 'attention' } : {})])], actions);
}
