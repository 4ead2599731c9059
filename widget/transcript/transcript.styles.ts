import { css } from 'lit';

/** Bubbles are round and never touch the edge; slips are square, hatched and always do. */
export const transcriptStyles = css`
  :host {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
    container: transcript / inline-size;
  }
  .transcript {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 10px;
    min-block-size: 0;
    padding-block: 10px;
    overflow-y: auto;
    overscroll-behavior: contain;
    scroll-padding-block: 8px;
    font-size: var(--_text-read);
    line-height: var(--_leading);
  }
  .transcript:focus-visible {
    outline-offset: -2px;
  }
  /* Few lines stand at the end; many scroll, which justify-content would cut off. */
  .lead {
    margin-block-start: auto;
  }
  .meta {
    display: flex;
    gap: 6px;
    align-items: center;
    min-inline-size: 0;
    color: var(--_ink-3);
    font-size: var(--_text-caption);
    line-height: 17px;
  }
  .meta > :not(.cut) {
    flex: none;
  }
  .bubble,
  .slip .text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .message {
    display: grid;
    flex: none;
    max-inline-size: 80%;
    margin-inline: 14px;
  }
  .bubble {
    padding: 7px 12px;
    border-radius: var(--_radius-outside);
  }
  .message > [data-delivery] {
    justify-self: end;
    padding-block-start: 4px;
    font-size: var(--_text-caption);
  }
  .message.customer {
    align-self: flex-start;
  }
  .message.customer .bubble {
    justify-self: start;
    border-start-start-radius: 4px;
    background: var(--_customer-tint);
  }
  .message.staff {
    align-self: flex-end;
  }
  .message.staff .meta {
    justify-content: flex-end;
  }
  .message.staff .bubble {
    justify-self: end;
    border-start-end-radius: 4px;
    background: var(--_public-tint);
  }
  .message.mine .bubble {
    background: var(--_public);
    color: var(--_on-public);
  }
  .message:is([data-status='sending'], [data-status='failed']) .bubble {
    outline: 1.5px dashed var(--_public-line);
    outline-offset: -1.5px;
    background: none;
    color: var(--_ink);
  }
  [data-status='failed'] .bubble {
    outline-color: var(--_critical);
    outline-style: solid;
  }
  .slip {
    position: relative;
    flex: none;
    padding-block: 5px 7px;
    padding-inline: 28px 14px;
    border-block: 1px dashed var(--_internal-line);
    background: var(--_internal-paper);
  }
  .slip::before {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 10px;
    border-inline-end: 1px solid var(--_internal-line);
    background: var(--_hatch);
    content: '';
  }
  .slip + .slip {
    margin-block-start: -11px;
  }
  .slip .meta {
    color: var(--_internal-ink);
  }
  .slip .meta b {
    display: inline-flex;
    gap: 4px;
    align-items: center;
  }
  .slip .draft {
    margin-block-start: 6px;
    border: 1px dashed var(--_internal-line);
    border-radius: var(--_radius-inside);
    background: none;
  }
  .failed {
    display: flex;
    gap: 6px;
    align-items: center;
    padding-block-start: 4px;
    color: var(--_critical);
    font-size: var(--_text-caption);
  }
  .failed .button {
    color: var(--_ink);
  }
  .notice {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 2px 8px;
    align-items: center;
    justify-content: center;
    margin-inline: 14px;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
    line-height: 16px;
    overflow-wrap: anywhere;
    text-align: center;
  }
  .notice > span {
    min-inline-size: 0;
  }
  .tick {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    color: var(--_ink-2);
  }
  .since {
    display: flex;
    flex: none;
    gap: 8px;
    align-items: center;
    margin-inline: 14px;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  .since::before,
  .since::after {
    flex: 1;
    block-size: 1px;
    background: var(--_line-strong);
    content: '';
  }
  .below {
    position: absolute;
    inset-block-end: 8px;
    inset-inline: 0;
    inline-size: max-content;
    max-inline-size: 90%;
    margin-inline: auto;
    box-shadow: var(--_shadow-2);
  }
  @container transcript (max-width: 430px) {
    .message {
      max-inline-size: 90%;
    }
  }
  @media (forced-colors: active) {
    .slip::before {
      forced-color-adjust: none;
    }
    .bubble {
      border: 1px solid CanvasText;
    }
    .message.staff .bubble {
      border-width: 2px;
    }
    .message.mine:not([data-status='sending'], [data-status='failed']) .bubble {
      border-color: Highlight;
      forced-color-adjust: none;
    }
    .since::before,
    .since::after {
      background: CanvasText;
    }
  }
`;
