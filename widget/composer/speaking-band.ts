import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../icons/index.ts';
import { t } from '../strings/index.ts';

/** The band over a supervisor's panel while they speak to the customer; `onStop` goes back to internal. */
export const speakingBand = (onStop: () => void): TemplateResult =>
  html`<div class="speaking-band" part="band" role="status">
    ${icon('out')}<b class="grow">${t('youAreSpeaking')}</b>
    <button class="button" part="button" type="button" @click=${onStop}>
      ${t('stop')}<kbd class="key" aria-hidden="true">${t('keyEscape')}</kbd>
    </button>
  </div>`;

/** The band and, for a panel with the class `speaking`, the frame of 3 px around all of it. */
export const speakingStyles = css`
  .panel.speaking {
    border: 3px solid var(--_public-line);
  }
  .speaking-band {
    display: flex;
    flex: none;
    gap: 8px;
    align-items: center;
    padding: 7px 12px;
    background: var(--_public);
    color: var(--_on-public);
  }
  .speaking-band .button {
    min-block-size: 26px;
    border-color: var(--_on-public);
    background: none;
  }
  .speaking-band .button:hover {
    background: none;
    text-decoration: underline;
  }
  .speaking-band .button:focus-visible {
    outline-color: var(--_on-public);
  }
  .speaking-band .key {
    border-color: currentColor;
    background: none;
    color: inherit;
  }
  @media (forced-colors: active) {
    .speaking-band {
      forced-color-adjust: none;
    }
  }
`;
