import { count } from './count.ts';

/** The floor: views, columns, commands, reasons and the agent board. */
export const floor = {
  floor: 'Floor',
  conversations: 'Conversations',
  views: 'Views',
  viewAll: 'All',
  viewNeedsAttention: 'Needs attention',
  viewOpen: 'Open',
  viewActive: 'Active',
  viewWaiting: 'Waiting',
  viewWrapUp: 'Wrap-up',
  viewMine: 'Mine',
  searchFloor: 'Customer or subject',
  filterQueue: 'Queue',
  filterAgent: 'Agent',
  filterChannel: 'Channel',
  filterSentiment: 'Sentiment',
  filterAll: 'all',
  filterAllOf: ({ total }: { total: number }) => `all ${total}`,
  filterAnyone: 'anyone',
  clearFilters: 'Clear filters',
  live: ({ clock }: { clock: string }) => `Live ${clock}`,
  soundOn: 'Sound on',
  soundOff: 'Sound off',

  columnChannel: 'Channel',
  columnCustomer: 'Customer, subject',
  columnQueue: 'Queue',
  columnAgent: 'Agent',
  columnState: 'State',
  columnWait: 'Wait',
  columnSentiment: 'Sentiment',
  columnNeedsAttention: 'Needs attention',
  columnLastMessage: 'Last public message',
  columnTransfers: 'Transfers',
  columnCloses: 'Closes',
  sortedBy: ({ column }: { column: string }) => `Sorted by ${column}`,

  since: ({ clock }: { clock: string }) => `since ${clock}`,
  closesAt: ({ when }: { when: string }) => `closes ${when}`,
  noWait: 'no wait',
  noSubject: 'No subject',
  youJoinedAt: ({ clock }: { clock: string }) => `you joined ${clock}`,
  offerMissedAt: ({ clock }: { clock: string }) => `offer missed ${clock}`,
  handRaisedAt: ({ clock }: { clock: string }) => `hand raised ${clock}`,
  unreachableFor: ({ duration }: { duration: string }) => `unreachable ${duration}`,
  parkedAt: ({ clock }: { clock: string }) => `parked it ${clock}`,
  offeredTo: ({ agent }: { agent: string }) => `to ${agent}`,
  offerCounts: ({ left, agent }: { left: string; agent: string }) => `${left} to ${agent}`,
  noAgentYet: 'no agent yet',

  reasonWaiting: ({ minutes, target }: { minutes: number; target: number }) =>
    `Waiting ${minutes} min, target ${target}`,
  reasonInQueue: ({ minutes, target }: { minutes: number; target: number }) =>
    `In queue ${minutes} min, target ${target}`,
  reasonSentimentFell: ({ steps }: { steps: number }) => `Sentiment fell ${count(steps, 'step', 'steps')}`,
  reasonTransfers: ({ transfers }: { transfers: number }) =>
    transfers === 2
      ? 'Second transfer'
      : transfers === 3
        ? 'Third transfer'
        : count(transfers, 'transfer', 'transfers'),
  reasonUnreachable: ({ duration }: { duration: string }) => `Agent unreachable ${duration}`,
  reasonHandRaised: ({ clock }: { clock: string }) => `Hand raised ${clock}`,
  reasonAgentSilent: ({ minutes }: { minutes: number }) => `Agent silent ${minutes} min`,
  reasonOfferNotAnswered: 'Offer not answered',
  reasonOfferRejected: 'Offer rejected',
  reasonOfferPending: 'Offer pending',

  commands: 'Commands',
  commandMonitor: 'Monitor',
  commandJoin: 'Join',
  commandAssign: 'Assign',
  commandTransfer: 'Transfer',
  commandTakeOver: 'Take over',
  commandClaimHand: 'Claim hand',
  commandForceClose: 'Force close',
  commandCancelTransfer: 'Cancel transfer',
  commandWithdraw: 'Withdraw offer',
  commandMonitorHint: 'open beside',
  commandAssignHint: 'to an agent or queue',
  commandTransferHint: 'to another agent',
  commandTakeOverHint: ({ agent }: { agent: string }) => `from ${agent}`,
  commandForceCloseHint: 'needs a reason',
  moreCommands: ({ total }: { total: number }) => count(total, 'command', 'commands'),
  selectARow: 'select a row',
  notButState: ({ needed, now }: { needed: string; now: string }) => `not ${needed}, but ${now}`,
  notPossible: 'not possible now',

  range: ({ first, last, total }: { first: number; last: number; total: number }) => `${first} to ${last} of ${total}`,
  orderHeld: ({ rows }: { rows: number }) =>
    rows === 0
      ? 'Order held while you are in the list.'
      : `Order held while you are in the list. ${rows === 1 ? '1 row has' : `${rows} rows have`} a new place.`,
  newInView: ({ rows }: { rows: number }) => `${rows} new`,
  closedMeanwhile: 'closed',
  leftTheList: 'left this list',
  youAreConsultant: 'you are consultant',

  agents: 'Agents',
  signedIn: ({ agents }: { agents: number }) => `${agents} signed in`,
  couldTakeOne: ({ agents }: { agents: number }) => `${agents} could take one`,
  unreachableCount: ({ agents }: { agents: number }) => `${agents} unreachable`,
  mostFreeFirst: 'Most free units first',
  showAll: ({ total }: { total: number }) => `Show all ${total}`,
  presenceSetBy: ({ presence, by }: { presence: string; by: string }) => `${presence}, set by ${by}`,
  presenceSetByYou: ({ presence }: { presence: string }) => `${presence}, set by you`,
  setPresence: ({ agent }: { agent: string }) => `Set the presence of ${agent}`,
  use: 'Floorwalk helps conversations. It is not for decisions about pay, reward, seniority or rights.',

  gettingTheFloor: ({ queues }: { queues: number }) => `Getting the floor: ${count(queues, 'queue', 'queues')}`,
  gettingTheFloorFirst: 'Getting the floor',
  nothingInView: 'No conversation in this view',
  nothingNeedsAttention: 'Nothing needs attention',
  nothingNeedsAttentionMore: ({ active }: { active: number }) =>
    active === 1
      ? '1 conversation is active and inside its targets.'
      : `${active} conversations are active and inside their targets.`,
  noMatch: 'No conversation matches',
  onTheFloor: ({ total }: { total: number }) => `${total} are on the floor.`,
  noConnection: ({ clock }: { clock: string }) => `No connection since ${clock}.`,
  noConnectionMore: ({ seconds }: { seconds: number }) => `What you see is from then. Trying again in ${seconds} s.`,
  commandsComeBack: 'Commands come back with the connection. Drafts are kept on this device.',
  signInAgain: 'Your sign-in has expired. Sign in again.',
  accessWithdrawn: 'Your access was withdrawn. Ask an administrator.',
  reloadPage: 'The server does not understand this page. Reload it.',
} as const;
