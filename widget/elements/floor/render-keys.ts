import { html, type TemplateResult } from 'lit';
import { t } from '../../strings/index.ts';
import type { PaletteGroup } from './palette-commands.ts';

const line = (name: string, key: string): TemplateResult =>
  html`<div class="entry">
    <dt dir="auto">${name}</dt>
    <dd><kbd class="key">${key}</kbd></dd>
  </div>`;

/** Every key, with what it does. */
export const renderKeys = (groups: readonly PaletteGroup[]): TemplateResult =>
  html`<div class="list" tabindex="0" role="group" aria-label=${t('keys')}>
    <p class="group">${t('keysWhere')}</p>
    <dl>
      ${groups.flatMap(({ commands }) => commands.filter(({ key }) => key !== '').map(({ name, key }) => line(name, key)))}
      ${line(t('palette'), 'Ctrl K')} ${line(t('keyMonitors'), t('keyEnter'))} ${line(t('keyArrows'), '↑ ↓')}
      ${line(t('keyEnds'), 'Home End')} ${line(t('keyStepsBack'), t('keyEscape'))}
    </dl>
  </div>`;
