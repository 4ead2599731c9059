export const PROTOCOL_VERSION = 1;

export const floorViews = ['all', 'attention', 'open', 'active', 'waiting', 'wrap-up', 'mine'] as const;
export type FloorView = (typeof floorViews)[number];
export const sortColumns = [
  'attention',
  'customer',
  'subject',
  'queue',
  'channel',
  'agent',
  'state',
  'wait',
  'sentiment',
  'transfers',
  'autoCloseAt',
] as const;
export type SortColumn = (typeof sortColumns)[number];

/** Commands whose permission a row carries: null is allowed, else the refusal code (F5, R1). */
export const rowCommands = [
  'monitor',
  'join',
  'assign',
  'transfer',
  'withdraw',
  'cancelTransfer',
  'forceClose',
  'claim',
] as const;
export type RowCommand = (typeof rowCommands)[number];
