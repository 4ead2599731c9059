import type { FloorRow } from '@floorwalk/core/protocol';
import { clock, duration, minutes } from './format.ts';
import { t } from './staff.ts';

type Reason = FloorRow['reasons'][number];

const numberOf = ({ params }: Reason, name: string): number => {
  const value = Number(params[name]);
  return Number.isFinite(value) ? value : 0;
};

/** Why a conversation needs attention, in words (F3); empty for a kind that this version does not know. */
export const reasonWords = (reason: Reason, now: number): string => {
  const passed = now - numberOf(reason, 'since');
  const target = minutes(numberOf(reason, 'target'));
  switch (reason.kind) {
    case 'waiting':
      return t('reasonWaiting', { minutes: minutes(passed), target });
    case 'inQueue':
      return t('reasonInQueue', { minutes: minutes(passed), target });
    case 'unreachable':
      return t('reasonUnreachable', { duration: duration(passed) });
    case 'sentimentFell':
      return t('reasonSentimentFell', { steps: numberOf(reason, 'steps') });
    case 'agentSilent':
      return t('reasonAgentSilent', { minutes: minutes(passed) });
    case 'offerRejected':
      return t('reasonOfferRejected');
    case 'offerNotAnswered':
      return t('reasonOfferNotAnswered');
    case 'transfers':
      return t('reasonTransfers', { transfers: numberOf(reason, 'transfers') });
    case 'handRaised':
      return t('reasonHandRaised', { clock: clock(numberOf(reason, 'at')) });
    default:
      return '';
  }
};

/** Whether a reason says that somebody must act now, so that it is said in red. */
export const isUrgent = ({ kind }: Reason): boolean =>
  kind === 'waiting' || kind === 'inQueue' || kind === 'unreachable';
