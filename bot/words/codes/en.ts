import { refusals } from '@floorwalk/core';
import type { Codes } from '../words.ts';

/** What the bot says for each refusal and notice, in English. */
export const en: Codes = {
  refusals,
  somebody: 'Somebody',
  notices: {
    queuePosition: 'The customer was told their place in the queue.',
    consent: 'The customer was told that the conversation may be monitored.',
    agentJoined: 'An agent has the conversation.',
    consultantJoined: '{name} joined as a consultant.',
    consultantLeft: '{name} left.',
    transferred: 'The conversation was transferred.',
    agentLeft: 'The agent left.',
    conversationEnded: 'The conversation ended.',
    forceClosed: 'The conversation was closed by a supervisor.',
    returnedToQueue: 'The conversation is back in the queue.',
    agentDisconnected: 'The agent lost the connection.',
    offered: 'The conversation was offered.',
    offerExpired: 'The offer was not answered in time.',
    offerWithdrawn: 'The offer was withdrawn.',
    offerRejected: 'The offer was rejected.',
    assigned: 'The conversation was assigned.',
    transferOffered: 'A transfer was offered.',
    transferRejected: 'The transfer was rejected.',
    transferExpired: 'The transfer was not answered in time.',
    transferCancelled: 'The transfer was cancelled.',
    customerDisconnected: 'The customer lost the connection.',
    customerReturned: 'The customer is back.',
    handRaised: 'The agent raised a hand.',
    handClaimed: 'A supervisor comes.',
    handLowered: 'The hand was lowered.',
  },
};
