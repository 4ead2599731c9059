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

const isDeed = (did: string): did is keyof typeof deeds => Object.hasOwn(deeds, did);

/** Who was faster, what they did and how long ago: "Ana Kovač offered it to an agent 2 s ago." (A6) */
export const winnerWords = ({ person, at, did }: NonNullable<Refusal['winner']>, now: number): string =>
  t('lostRace', {
    winner: person === 'system' ? t('theSystem') : person === 'customer' ? t('theCustomer') : person,
    did: t(isDeed(did) ? deeds[did] : 'didChange'),
    seconds: Math.max(0, Math.round((now - at) / 1000)),
  });
