import type { Refusal } from '@floorwalk/core';
import type { ConversationEvent } from '@floorwalk/core/conversation';
import { t } from './staff.ts';
import type { StringKey } from './staff.ts';

const deeds = {
  ConversationOffered: 'didOffer',
  ConversationEngaged: 'didEngage',
  ConversationRequeued: 'didRequeue',
  ConversationReleased: 'didRelease',
  ConversationParked: 'didPark',
  TransferOffered: 'didStartTransfer',
  ConversationTransferred: 'didTransfer',
  TransferEnded: 'didEndTransfer',
  OfferEnded: 'didEndOffer',
  ConversationEnded: 'didEnd',
  ConversationClosed: 'didClose',
  HandClaimed: 'didClaim',
  HandLowered: 'didLower',
} as const satisfies Partial<Record<ConversationEvent['type'], StringKey>>;

/** The same, with the agent or queue that it went to. */
const deedsTo = {
  ConversationOffered: 'didOfferTo',
  ConversationEngaged: 'didEngageTo',
  ConversationRequeued: 'didRequeueTo',
  TransferOffered: 'didStartTransferTo',
  ConversationTransferred: 'didTransferTo',
} as const satisfies Partial<Record<ConversationEvent['type'], StringKey>>;

const deedOf = (did: string, to: string | undefined): string => {
  if (to !== undefined && Object.hasOwn(deedsTo, did)) return t(deedsTo[did as keyof typeof deedsTo], { to });
  return t(isDeed(did) ? deeds[did] : 'didChange');
};

const isDeed = (did: string): did is keyof typeof deeds => Object.hasOwn(deeds, did);

/** Who was faster, what they did and how long ago: "Ana Kovač assigned it to Ben Adeyemi 2 s ago." (A6) */
export const winnerWords = ({ person, at, did, to }: NonNullable<Refusal['winner']>, now: number): string =>
  t('lostRace', {
    winner: person === 'system' ? t('theSystem') : person === 'customer' ? t('theCustomer') : person,
    did: deedOf(did, to),
    seconds: Math.max(0, Math.round((now - at) / 1000)),
  });
