import { count } from './count.ts';

/** Monitor, join, assign and transfer. */
export const supervision = {
  monitorOf: ({ customer }: { customer: string }) => `Monitor: ${customer}`,
  conversationFacts: ({
    customer,
    channel,
    queue,
    state,
    clock,
  }: {
    customer: string;
    channel: string;
    queue: string;
    state: string;
    clock: string;
  }) => `${customer}, ${channel}, ${queue}, ${state} since ${clock}`,
  factSentiment: 'Sentiment',
  factWait: 'Wait',
  factWaitTarget: ({ target }: { target: string }) => `Wait, target ${target}`,
  factAnswered: ({ clock }: { clock: string }) => `Answered ${clock}`,
  factLastReply: 'Last reply',
  factMedianReply: 'Median reply',
  noReplyYet: 'none yet',
  noConversationOfRecord: 'No conversation belongs to this record yet.',
  chooseConversation: 'Choose a conversation and monitor it. It opens here.',
  whoIsHere: 'Who is here',
  watching: ({ names }: { names: string }) => `Watching: ${names}`,
  inTeams: ({ name }: { name: string }) => `${name} in Teams`,
  hereAndWatching: ({ here, watching }: { here: number; watching: number }) => `${here} here, ${watching} watching`,
  join: 'Join',
  joinNotice: ({ customer, agent }: { customer: string; agent: string }) =>
    `Joining tells ${agent} and ${customer} that you are here as a consultant.`,
  joinNoticeCustomerOff: ({ customer, agent }: { customer: string; agent: string }) =>
    `Joining tells ${agent}. An administrator has switched off telling ${customer}.`,
  joinNoticeEnded: ({ customer, agent }: { customer: string; agent: string }) =>
    `Joining tells ${agent}. ${customer} has gone and is not told.`,
  handRaisedBy: ({ agent, clock }: { agent: string; clock: string }) => `${agent} asks for help, ${clock}`,
  handClaimer: ({ name, clock }: { name: string; clock: string }) => `${name} comes, since ${clock}`,
  youClaimedHand: ({ clock }: { clock: string }) => `You said at ${clock} that you come. Join, or lower the hand.`,
  lowerHand: 'Lower the hand',
  monitorOpened: ({
    title,
    subject,
    agent,
    state,
    sentiment,
  }: {
    title: string;
    subject: string;
    agent: string;
    state: string;
    sentiment: string;
  }) => `${title}. ${subject}. With ${agent}, ${state}. Sentiment ${sentiment}.`,
  youJoined: ({ customer }: { customer: string }) =>
    `You are here as consultant. ${customer} does not read your notes.`,
  youLeft: 'You have left and monitor again.',
  hasItNow: ({ agent }: { agent: string }) => `${agent} has the conversation now.`,
  leave: 'Leave',
  stopMonitoring: 'Stop monitoring',
  released: ({ agent, clock }: { agent: string; clock: string }) => `${agent} released it at ${clock}.`,
  parked: ({ agent, clock }: { agent: string; clock: string }) => `${agent} parked it at ${clock}.`,
  textStops: ({ until }: { until: string }) =>
    `The text stops here. It continues by itself when an agent has it, until ${until}.`,
  closedWhileWatching: ({ clock }: { clock: string }) => `The conversation closed at ${clock}.`,
  assignedToYou: 'This conversation is now yours. Monitoring has ended.',
  rightWithdrawn: ({ queue }: { queue: string }) => `You may no longer monitor ${queue}`,
  rightWithdrawnMore: 'Your rights were changed. The conversation goes on; you have left it.',
  nobodyHoldsIt: 'Nobody holds it now.',

  assignTitle: ({ customer }: { customer: string }) => `Assign ${customer}`,
  transferTitle: ({ customer }: { customer: string }) => `Transfer ${customer}`,
  units: ({ units }: { units: number }) => count(units, 'unit', 'units'),
  targetAgents: 'Agents',
  targetQueues: 'Queues',
  searchTargets: 'Agent or queue',
  searchAgents: 'Agent',
  showAllTargets: ({ total }: { total: number }) => `Show all ${total}, also those not allowed or full`,
  membersOf: ({ queue }: { queue: string }) => `Members of ${queue}`,
  memberCount: ({ members }: { members: number }) => count(members, 'member', 'members'),
  otherQueues: 'Other queues',
  shownByYou: 'Shown by you',
  columnQueues: 'Queues',
  columnLoad: 'Load / capacity',
  columnFree: 'Free',
  columnIfAssigned: 'If assigned',
  columnIfAccepted: 'If accepted',
  waitingNow: ({ open }: { open: number }) => (open === 0 ? 'nobody waiting' : `${open} waiting`),
  columnCouldTakeOne: 'Could take one',
  couldTakeOneOf: ({ agents, total }: { agents: number; total: number }) => `${agents} of ${total}`,
  refused: 'refused',
  leavesYourFloor: 'leaves your floor',
  noEnabledMember: 'no enabled member, cannot be assigned',
  unreachableNow: ({ duration }: { duration: string }) => `Unreachable ${duration}`,
  wouldHold: ({ agent, would, capacity }: { agent: string; would: number; capacity: number }) =>
    `${agent} would hold ${would} of ${capacity} units.`,
  wouldExceed: ({ agent, would, capacity, over }: { agent: string; would: number; capacity: number; over: number }) =>
    `${agent} would hold ${would} of ${capacity} units, ${over} over capacity.`,
  presenceNotAllowed: ({ presence, channel }: { presence: string; channel: string }) =>
    `${presence} is not an allowed presence for ${channel}.`,
  overrideIsAudited: 'It is written to the audit record with your reason.',
  unreachableRefused: ({ agent, duration }: { agent: string; duration: string }) =>
    `${agent} has been unreachable for ${duration} and cannot be assigned.`,
  offlineRefused: ({ agent }: { agent: string }) => `${agent} is offline and cannot be assigned.`,
  reasonPlaceholder: 'Why is this right all the same?',
  offerTermsShort: ({ agent }: { agent: string }) =>
    `${agent} is asked and can reject. If nobody accepts, it returns to its queue and you are told.`,
  showEverybody: 'Show everybody, also those not allowed or full',
  nobodyToChoose: 'Nobody here can take it now. Show everybody to override.',
  offerTerms: ({ agent, left, queue }: { agent: string; left: string; queue: string }) =>
    `${agent} has ${left} to accept. If not, it returns to ${queue} and you are told.`,
  automaticTerms: ({ agent }: { agent: string }) => `${agent} has it at once.`,
  queueTerms: ({ queue }: { queue: string }) => `It joins ${queue} with the time it has already waited.`,
  transferTerms: ({ agent, customer }: { agent: string; customer: string }) =>
    `Until ${agent} accepts, nothing changes for ${customer}; they are told once ${agent} has it.`,
  consulteeTerms: ({ primary, agent }: { primary: string; agent: string }) =>
    `${primary} stays primary until ${agent} accepts, then reads along as consultee and holds no units.`,
  assignTo: ({ target }: { target: string }) => `Assign to ${target}`,
  assignOver: ({ over }: { over: number }) => `Assign, ${over} over`,
  transferTo: ({ agent }: { agent: string }) => `Transfer to ${agent}`,
  chooseTarget: 'Choose an agent or a queue',
  chooseAgent: 'Choose an agent',
  giveReason: 'Give a reason first',
  assigned: ({ target }: { target: string }) => `Assigned to ${target}.`,
  offeredNow: ({ agent }: { agent: string }) => `Offered to ${agent}.`,
  lostRace: ({ winner, did, seconds }: { winner: string; did: string; seconds: number }) =>
    `${winner} ${did} ${seconds} s ago.`,
  theSystem: 'The system',
  theCustomer: 'The customer',
  didOffer: 'assigned it to an agent',
  didOfferTo: ({ to }: { to: string }) => `assigned it to ${to}`,
  didEngage: 'took it',
  didEngageTo: ({ to }: { to: string }) => `gave it to ${to}`,
  didRequeue: 'moved it to another queue',
  didRequeueTo: ({ to }: { to: string }) => `moved it to ${to}`,
  didRelease: 'released it',
  didPark: 'parked it',
  didStartTransfer: 'started a transfer',
  didStartTransferTo: ({ to }: { to: string }) => `started a transfer to ${to}`,
  didTransfer: 'accepted the transfer',
  didTransferTo: ({ to }: { to: string }) => `transferred it to ${to}`,
  didEndTransfer: 'ended the transfer',
  didEndOffer: 'ended the offer',
  didEnd: 'ended it',
  didClose: 'closed it',
  didClaim: 'claimed the hand',
  didLower: 'lowered the hand',
  didChange: 'changed it',
  choiceNotSent: ({ choice }: { choice: string }) => `Your choice, ${choice}, was not sent.`,
  monitorOnceAccepted: ({ agent }: { agent: string }) => `You can monitor it once ${agent} accepts.`,
  watchInstead: 'Watch',
  transferInstead: 'Transfer instead',
  assignInstead: 'Assign instead',
  withdrawAndChoose: 'Withdraw the offer and choose',
  chooseAnother: 'Choose another',
  whatIfHint: 'Move through the list to see what would happen.',
  voiceCannotBeTransferred: 'A voice conversation cannot be transferred here. Transfer is for messaging channels.',

  forceCloseTitle: ({ customer }: { customer: string }) => `Close the conversation with ${customer}`,
  forceCloseTold: ({ customer }: { customer: string }) => `${customer} reads:`,
  forceCloseNotTold: ({ customer }: { customer: string }) =>
    `${customer} is not told: an administrator has switched this notice off, or the customer has gone.`,
  forceCloseFinal: 'It is closed for good. Nobody can open it again.',
  forceCloseConfirm: 'Close the conversation',
  gettingTheConversation: 'Getting the conversation',
  gettingTheCandidates: 'Getting agents and queues',
  candidatesNotRead: 'Agents and queues could not be read. It is tried again by itself.',
  commandNotSent: ({ seconds }: { seconds: number }) =>
    `The server did not answer in ${seconds} s. Trying again cannot do it twice.`,

  handoverCard: 'Handover card',
  handoverSource: 'filled from the transcript, yours to change',
  handoverWants: 'What the customer wants',
  handoverTried: 'What was tried',
  handoverPromised: 'What was promised',
  handoverBy: 'By when',
  handoverLastQuestion: 'Last open question',
  transferReason: 'Reason for the transfer',
  handoverNeverCustomer: ({ customer }: { customer: string }) =>
    `Whoever is asked reads this card with the offer. ${customer} never does.`,
} as const;
