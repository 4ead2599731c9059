import type { FloorRow } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from '../../icons/index.ts';
import { refusalHint, t } from '../../strings/index.ts';

export type BarCommand = 'monitor' | 'assign' | 'transfer' | 'forceClose' | 'withdraw' | 'cancelTransfer';

interface Shown {
  readonly command: BarCommand;
  readonly name: string;
  readonly shape: IconName;
  readonly key: string;
  readonly hint: string;
}

/** The single keys of the commands, while the list has focus. */
export const commandKeys: Readonly<Record<string, BarCommand>> = {
  M: 'monitor',
  A: 'assign',
  T: 'transfer',
  X: 'forceClose',
};

const commandsFor = (row: FloorRow | undefined): readonly Shown[] => {
  const offeree = row?.pending?.agent.name ?? '';
  const always: readonly Shown[] = [
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
  const offers: readonly Shown[] = [
    { command: 'withdraw', name: t('commandWithdraw'), shape: 'close', key: '', hint: offeree },
    { command: 'cancelTransfer', name: t('commandCancelTransfer'), shape: 'close', key: '', hint: offeree },
  ];
  return [...always, ...offers.filter(({ command }) => row?.may[command] === null)];
};

/** Why a command is off for a row; null where it is on (F5). */
export const whyNot = (row: FloorRow | undefined, command: BarCommand, isLive: boolean): string | null => {
  if (!row) return t('selectARow');
  if (!isLive) return t('notPossible');
  const no = row.may[command];
  return no === null ? null : refusalHint(no ?? 'role', command, row.state, row.phase);
};

/** Every command for the selected row; one that is off keeps its place and focus and says why. */
export const renderCommands = (
  row: FloorRow | undefined,
  isLive: boolean,
  request: (command: BarCommand) => void,
): TemplateResult =>
  html`<div class="commands" part="commands" role="toolbar" aria-label=${t('commands')}>
    ${commandsFor(row).map(({ command, name, shape, key, hint }) => {
      const why = whyNot(row, command, isLive);
      return html`<button
        class="command"
        part="command"
        type="button"
        aria-disabled=${why !== null}
        @click=${() => request(command)}
      >
        ${icon(shape)}<span
          ><span class="name">${name}</span
          >${key ? html` <kbd class="key" aria-hidden="true">${key}</kbd>` : nothing}</span
        ><small dir="auto">${why ?? hint}</small>
      </button>`;
    })}
  </div>`;
