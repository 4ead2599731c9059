import type { CardJson } from '../transport/activity.ts';
import { timeOfDay } from '../words/phrases.ts';
import { harmless } from '../words/text.ts';
import { button, card, heading, line, run, type Stamp } from './elements.ts';

/** Where a supervisor writes to the customer: a card of its own, so that nothing goes there by habit. */
export const composeCard = (
  stamp: Stamp,
  conversation: string,
  name: string,
  failed?: { readonly why: string; readonly text: string },
): CardJson =>
  card(
    stamp,
    [
      {
        type: 'Container',
        style: 'warning',
        items: [heading(stamp.words.card.toCustomer(name)), line([run(stamp.words.card.customerReads)])],
      },
      ...(failed ? [line([run(failed.why, { color: 'attention' })])] : []),
      {
        type: 'Input.Text',
        id: 'text',
        label: stamp.words.card.message,
        isMultiline: true,
        isRequired: true,
        errorMessage: stamp.words.card.writeFirst,
        maxLength: 8_000,
        ...(failed && { value: failed.text }),
      },
    ],
    [
      button(stamp, stamp.words.card.send, 'send-public', { c: conversation }, { style: 'destructive' }),
      button(stamp, stamp.words.card.doNotSend, 'dismiss', { c: conversation }, { associatedInputs: 'none' }),
    ],
  );

/** The confirmation: exactly what was sent, to whom and when. */
export const sentCard = (
  stamp: Stamp,
  sent: {
    readonly conversation: string;
    readonly name: string;
    readonly text: string;
    readonly at: number;
    readonly zone: string | null;
  },
): CardJson =>
  card(
    stamp,
    [
      heading(stamp.words.card.sent(sent.name)),
      line([run(harmless(sent.text))]),
      line([run(timeOfDay(sent.at, sent.zone), { isSubtle: true, size: 'small' })]),
    ],
    [button(stamp, stamp.words.card.writeAgain, 'compose', { c: sent.conversation })],
  );
