import type { Alerts } from '../people/record.ts';
import type { CardJson } from '../transport/activity.ts';
import { button, card, heading, line, run, subtle, type Stamp } from './elements.ts';

export interface AlertsForm {
  readonly alerts: Alerts;
  /** The zone of their client. */
  readonly zone: string | null;
  /** What was typed means nothing. */
  readonly isOdd: boolean;
}

/** When and where somebody is told of what needs attention, to be changed here. */
export function alertsCard(stamp: Stamp, { alerts: { on, quiet, to }, zone, isOdd }: AlertsForm): CardJson {
  const hours = quiet ? `${quiet.from}-${quiet.to}` : '';
  const inZone = quiet?.zone ?? zone ?? 'UTC';
  return card(
    stamp,
    [
      heading(alertsLine({ on, quiet, to }, zone)),
      ...(isOdd ? [line([run('That was not understood.', { color: 'attention' })])] : []),
      {
        type: 'Input.Text',
        id: 'quiet',
        label: 'Quiet hours, as 22-7; empty for none',
        maxLength: 7,
        ...(hours !== '' && { value: hours }),
      },
      { type: 'Input.Text', id: 'zone', label: 'Time zone, as Europe/Zurich', maxLength: 64, value: inZone },
      subtle('Say alerts here in a channel to have a thread for each conversation there.'),
    ],
    [
      button(
        stamp,
        on ? 'Switch off' : 'Switch on',
        'alerts',
        { words: on ? 'off' : 'on' },
        { associatedInputs: 'none' },
      ),
      button(stamp, 'Save quiet hours', 'alerts-quiet'),
      ...(to
        ? [button(stamp, 'Show them in my chat', 'alerts', { words: 'personal' }, { associatedInputs: 'none' })]
        : []),
    ],
  );
}

/** The same in one line. */
export function alertsLine({ on, quiet, to }: Alerts, zone: string | null): string {
  const where = on && to ? ' They go to a channel.' : '';
  const hours = quiet ? ` Quiet from ${quiet.from} to ${quiet.to} o'clock (${quiet.zone ?? zone ?? 'UTC'}).` : '';
  return `Alerts are ${on ? 'on' : 'off'}.${where}${hours}`;
}
