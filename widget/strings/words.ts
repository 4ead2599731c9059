import type { Channel, Presence, State } from '@floorwalk/core';
import { t } from './staff.ts';
import type { StringKey } from './staff.ts';

const stateKeys = {
  open: 'stateOpen',
  active: 'stateActive',
  waiting: 'stateWaiting',
  'wrap-up': 'stateWrapUp',
  closed: 'stateClosed',
} as const satisfies Record<State, StringKey>;

/** A state in words; an active conversation that nobody has accepted yet is said as "Offered". */
export const stateWord = (state: State, phase?: 'offered' | 'engaged' | null): string =>
  state === 'active' && phase === 'offered' ? t('stateOffered') : t(stateKeys[state]);

const channelKeys = {
  liveChat: 'channelLiveChat',
  sms: 'channelSms',
  whatsapp: 'channelWhatsapp',
  teams: 'channelTeams',
  facebook: 'channelFacebook',
  line: 'channelLine',
  telegram: 'channelTelegram',
  custom: 'channelCustom',
  voice: 'channelVoice',
  record: 'channelRecord',
} as const satisfies Record<Channel, StringKey>;

/** A channel in words. */
export const channelWord = (channel: Channel): string => t(channelKeys[channel]);

const presenceKeys = {
  available: 'presenceAvailable',
  busy: 'presenceBusy',
  doNotDisturb: 'presenceDoNotDisturb',
  away: 'presenceAway',
  offline: 'presenceOffline',
  inactive: 'presenceInactive',
} as const satisfies Record<Presence, StringKey>;

/** A presence in words. Who is offline on purpose is "Offline"; who should be here and is not, "Unreachable". */
export const presenceWord = (presence: Presence, reachable = true): string =>
  reachable || presence === 'offline' ? t(presenceKeys[presence]) : t('presenceUnreachable');
