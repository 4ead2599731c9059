import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { t } from '../../strings/index.ts';
import type { Attention } from './attention.ts';
import type { PaletteCommand } from './palette-commands.ts';

/** The switches of the alarms, each saying how it is. */
export const renderAlarms = (attention: Attention): TemplateResult => {
  const sound = soundWords(attention);
  const notify = notifyWords(attention);
  const isLoud = attention.sound.state === 'on';
  const isNotifying = attention.notifier.state === 'on';
  return html`<button
      class="button plain alarm"
      part="button"
      type="button"
      aria-pressed=${isLoud}
      title=${sound}
      @click=${() => attention.sound.toggle()}
    >
      ${icon(isLoud ? 'sound' : 'muted')}<span class="alarm-words">${sound}</span>
    </button>
    ${
      notify === undefined
        ? nothing
        : html`<button
            class="button plain alarm"
            part="button"
            type="button"
            aria-pressed=${isNotifying}
            aria-disabled=${attention.notifier.state === 'blocked'}
            title=${attention.notifier.state === 'blocked' ? t('notifyBlockedMore') : notify}
            @click=${() => void attention.toggleNotifications()}
          >
            ${icon(isNotifying ? 'bell' : 'bellOff')}<span class="alarm-words">${notify}</span>
          </button>`
    }`;
};

/** The same switches as commands. */
export const alarmCommands = (attention: Attention): readonly PaletteCommand[] => {
  const notify = notifyWords(attention);
  return [
    { name: soundWords(attention), key: '', why: null, run: () => attention.sound.toggle() },
    ...(notify === undefined
      ? []
      : [
          {
            name: notify,
            key: '',
            why: attention.notifier.state === 'blocked' ? t('notifyBlockedMore') : null,
            run: () => void attention.toggleNotifications(),
          },
        ]),
  ];
};

const soundWords = ({ sound }: Attention): string =>
  sound.state === 'blocked' ? t('soundAsks') : t(sound.state === 'on' ? 'soundOn' : 'soundOff');

const notifyWords = ({ notifier }: Attention): string | undefined => {
  switch (notifier.state) {
    case 'missing':
      return undefined;
    case 'blocked':
      return t('notifyBlocked');
    case 'on':
      return t('notifyOn');
    case 'off':
      return t('notifyOff');
  }
};
