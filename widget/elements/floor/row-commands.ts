import type { FloorRow } from '@floorwalk/core/protocol';
import type { IconName } from '../../icons/index.ts';
import { refusalHint, t } from '../../strings/index.ts';

export type BarCommand = 'monitor' | 'assign' | 'transfer' | 'forceClose' | 'claim' | 'withdraw' | 'cancelTransfer';

/** What can be asked for a row: the commands of the bar, and to join what may be monitored. */
export type RowDeed = BarCommand | 'join';

/** A command of a row as it is shown: in the bar, in the palette, among the keys. */
export interface RowCommand {
  readonly command: BarCommand;
  readonly name: string;
  readonly shape: IconName;
  readonly key: string;
  readonly hint: string;
}

const always = (): readonly RowCommand[] => [
  { command: 'monitor', name: t('commandMonitor'), shape: 'eye', key: 'M', hint: t('commandMonitorHint') },
  { command: 'assign', name: t('commandAssign'), shape: 'assign', key: 'A', hint: t('commandAssignHint') },
  { command: 'transfer', name: t('commandTransfer'), shape: 'transfer', key: 'T', hint: t('commandTransferHint') },
  {
    command: 'forceClose',
    name: t('commandForceClose'),
    shape: 'forceClose',
    key: 'X',
    hint: t('commandForceCloseHint'),
  },
];

const sometimes = (row: FloorRow | undefined): readonly RowCommand[] => {
  const offeree = row?.pending?.agent.name ?? '';
  return [
    { command: 'claim', name: t('commandClaimHand'), shape: 'hand', key: 'H', hint: row?.hand?.agent.name ?? '' },
    { command: 'withdraw', name: t('commandWithdraw'), shape: 'close', key: 'W', hint: offeree },
    { command: 'cancelTransfer', name: t('commandCancelTransfer'), shape: 'close', key: 'W', hint: offeree },
  ];
};

/** Every command of a row, possible or not. */
export const allCommands = (row: FloorRow | undefined): readonly RowCommand[] => [...always(), ...sometimes(row)];

/** Those that keep their place in the bar, and of the others those that are possible. */
export const barCommands = (row: FloorRow | undefined): readonly RowCommand[] => [
  ...always(),
  ...sometimes(row).filter(({ command }) => row?.may[command] === null),
];

/** Why a command is off for a row; null where it is on (F5). */
export const whyNot = (row: FloorRow | undefined, deed: RowDeed, isLive: boolean): string | null => {
  const command = deed === 'join' ? 'monitor' : deed;
  if (!row) return t('selectARow');
  if (!isLive) return t('notPossible');
  const no = row.may[command];
  return no === null ? null : refusalHint(no ?? 'role', command, row.state, row.phase);
};

/** The command that a single key means for a row: of those that share one, the one that is possible. */
export const commandOfKey = (key: string, row: FloorRow | undefined): RowDeed | undefined => {
  if (key.toUpperCase() === 'J') return 'join';
  const sharing = allCommands(row).filter((it) => it.key === key.toUpperCase());
  return (sharing.find(({ command }) => row?.may[command] === null) ?? sharing[0])?.command;
};
