import type { Alerts } from '../people/record.ts';
import type { CardJson } from '../transport/activity.ts';
import type { Words } from '../words/index.ts';
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
  const { alerts: words } = stamp.words;
  const hours = quiet ? `${quiet.from}-${quiet.to}` : '';
  const inZone = quiet?.zone ?? zone ?? 'UTC';
  return card(
    stamp,
    [
      heading(alertsLine(stamp.words, { on, quiet, to }, zone)),
      ...(isOdd ? [line([run(words.notUnderstood, { color: 'attention' })])] : []),
      {
        type: 'Input.Text',
        id: 'quiet',
        label: words.quietLabel,
        maxLength: 7,
        ...(hours !== '' && { value: hours }),
      },
      { type: 'Input.Text', id: 'zone', label: words.zoneLabel, maxLength: 64, value: inZone },
      subtle(words.hint),
    ],
    [
      button(
        stamp,
        on ? words.switchOff : words.switchOn,
        'alerts',
        { words: on ? 'off' : 'on' },
        { associatedInputs: 'none' },
      ),
      button(stamp, words.saveQuiet, 'alerts-quiet'),
      ...(to ? [button(stamp, words.mine, 'alerts', { words: 'personal' }, { associatedInputs: 'none' })] : []),
    ],
  );
}

/** The same in one line. */
export function alertsLine({ alerts: words }: Words, { on, quiet, to }: Alerts, zone: string | null): string {
  return [
    on ? words.on : words.off,
    ...(on && to ? [words.toChannel] : []),
    ...(quiet ? [words.quiet(quiet.from, quiet.to, quiet.zone ?? zone ?? 'UTC')] : []),
  ].join(' ');
}
