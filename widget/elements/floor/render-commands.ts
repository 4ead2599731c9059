import type { FloorRow } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { isUrgent, reasonWords, t } from '../../strings/index.ts';
import { barCommands, whyNot, type BarCommand } from './row-commands.ts';

/** Every command for the selected row; one that is off keeps its place and focus and says why. */
export const renderCommands = (
  row: FloorRow | undefined,
  isLive: boolean,
  request: (command: BarCommand) => void,
): TemplateResult =>
  html`<div class="commands" part="commands" role="toolbar" aria-label=${t('commands')}>
    ${barCommands(row).map(({ command, name, shape, key, hint }) => {
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

/** The reasons of the selected row, whole, and what its agent asks; one reason alone is whole in the row. It stands below the list, so that no row moves for it. */
export const renderWhy = (row: FloorRow | undefined, now: number): TemplateResult | typeof nothing => {
  if (!row || (row.reasons.length < 2 && row.hand === null)) return nothing;
  const { hand } = row;
  return html`<p class="why">
    ${row.reasons.map((reason) => html`<span class=${isUrgent(reason) ? 'late' : ''}>${reasonWords(reason, now)}</span>`)}
    ${hand ? html`<span class="line asks" dir="auto">${icon('hand', 'small')}${t('handSays', { agent: hand.agent.name, text: hand.text })}</span>` : nothing}
  </p>`;
};
