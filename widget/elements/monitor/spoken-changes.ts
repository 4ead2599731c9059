import type { Detail } from '@floorwalk/core/protocol';
import { clock, midSentence, sentimentWord, stateWord, t } from '../../strings/index.ts';

/** What somebody who does not see the panel has to hear of a change: that it is open, hands, and who comes and goes. */
export function spokenChanges(before: Detail | undefined, after: Detail, me: string): readonly string[] {
  const { hand } = after;
  const asks = hand
    ? t('labelled', { label: t('handRaisedBy', { agent: hand.agent.name, clock: clock(hand.at) }), words: hand.text })
    : '';
  if (!before) return [opened(after), ...(asks && !hand?.claimedBy ? [asks] : [])];
  const said: string[] = [];
  if (hand && hand.at !== before.hand?.at) said.push(asks);
  if (hand?.claimedBy && hand.claimedBy.id !== before.hand?.claimedBy?.id && hand.claimedBy.id !== me)
    said.push(t('handClaimer', { name: hand.claimedBy.name, clock: clock(hand.claimedBy.at) }));
  if (isHere(after, me) && !isHere(before, me)) said.push(t('youJoined', { customer: after.customer.name }));
  if (isHere(before, me) && !isHere(after, me)) said.push(t('youLeft'));
  // Who offered it is told by the dialog.
  if (after.pending && !before.pending && after.pending.by?.id !== me)
    said.push(t('offeredNow', { agent: after.pending.agent.name }));
  if (after.primary && before.primary && after.primary.id !== before.primary.id)
    said.push(t('hasItNow', { agent: after.primary.name }));
  return said;
}

function opened({ customer, subject, primary, state, phase, sentiment }: Detail): string {
  const facts = {
    title: t('monitorOf', { customer: customer.name }),
    subject: subject || t('noSubject'),
    agent: primary?.name ?? t('nobody'),
    state: midSentence(stateWord(state, phase)),
    sentiment: midSentence(sentimentWord(sentiment)),
  };
  return t('monitorOpened', facts);
}

const isHere = ({ consultants, consultees }: Detail, me: string): boolean =>
  [...consultants, ...consultees].some(({ id }) => id === me);
