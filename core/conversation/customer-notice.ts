/** Every kind of notice that a customer can be told; the rest stays in the house (N1). */
export const customerNoticeKinds = [
  'queuePosition',
  'consent',
  'agentJoined',
  'consultantJoined',
  'consultantLeft',
  'transferred',
  'agentLeft',
  'conversationEnded',
  'forceClosed',
  'returnedToQueue',
  'agentDisconnected',
] as const;
export type CustomerNoticeKind = (typeof customerNoticeKinds)[number];
