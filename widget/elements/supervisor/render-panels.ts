import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { LiveClient } from '../../client/index.ts';
import { icon } from '../../icons/index.ts';
import { t } from '../../strings/index.ts';
import type { OpenPanel, OpenPanels } from './open-panels.ts';
import { allParts } from '../panel/all-parts.ts';

interface PanelDeeds {
  readonly show: (id: string) => void;
  readonly close: (id: string) => void;
  /** What a panel is called on its tab. */
  readonly nameOf: (panel: OpenPanel) => string;
}

/** The open conversations: side by side where there is room, else one in front and the others as tabs above it. */
export const renderPanels = (
  panels: OpenPanels,
  client: LiveClient,
  headingLevel: number,
  deeds: PanelDeeds,
): TemplateResult => {
  const open = panels.all.length > 0 ? panels.all : [{ id: '', customer: '' }];
  return html`<div class="panels" role="group" aria-label=${t('panelsOpen')}>
    ${panels.all.length > 1 ? renderTabs(panels, deeds) : nothing}
    <div class="side">
      ${repeat(
        open,
        ({ id }) => id,
        ({ id }) =>
          html`<floorwalk-monitor
            exportparts=${allParts}
            class=${id === panels.front ? 'front' : 'back'}
            .client=${client}
            conversation=${id}
            heading-level=${headingLevel}
            @floorwalk-panel-closed=${() => deeds.close(id)}
          ></floorwalk-monitor>`,
      )}
    </div>
  </div>`;
};

const renderTabs = (panels: OpenPanels, { show, close, nameOf }: PanelDeeds): TemplateResult =>
  html`<ul class="panel-tabs">
    ${panels.all.map((panel, index) => {
      const isFront = panel.id === panels.front;
      const customer = nameOf(panel);
      return html`<li class=${isFront ? 'front' : ''}>
        <button class="tab" type="button" aria-current=${isFront} @click=${() => show(panel.id)}>
          <span class="cut" dir="auto">${customer}</span
          ><kbd class="key" aria-hidden="true">${panelKeys[index] ?? ''}</kbd>
        </button>
        <button
          class="button plain square"
          part="button"
          type="button"
          aria-label=${t('closePanelOf', { customer })}
          @click=${() => close(panel.id)}
        >
          ${icon('close', 'small')}
        </button>
      </li>`;
    })}
  </ul>`;

/** The keys that bring a panel to the front, while the list has the focus. */
export const panelKeys: readonly string[] = ['8', '9', '0'];
