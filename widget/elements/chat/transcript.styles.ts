import { css } from '../../styles/css.ts';

/** A customer's chat: their own words in the accent at the end, the others' at the start; text at 15 px. */
export const transcriptStyles = css`
  .lines {
    --_text-caption: var(--floorwalk-text-caption, max(13px, 0.8125rem));
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 80px;
    min-inline-size: 0;
  }
  .transcript {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 12px;
    min-block-size: 0;
    padding-block: 14px;
    overflow-y: auto;
    overscroll-behavior: contain;
    line-height: 1.45;
  }
  .transcript:focus-visible {
    outline-offset: -2px;
  }
  .lead {
    margin-block-start: auto;
  }
  .message {
    display: grid;
    flex: none;
    max-inline-size: 84%;
    margin-inline: 14px;
  }
  .bubble {
    padding: 7px 12px;
    border-radius: var(--_radius-outside);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .meta {
    display: flex;
    gap: 6px;
    align-items: center;
    min-inline-size: 0;
    color: var(--_ink-3);
    font-size: var(--_text-caption);
    line-height: 18px;
  }
  .me {
    align-self: flex-end;
  }
  .me .meta {
    justify-content: flex-end;
  }
  .me .bubble {
    justify-self: end;
    border-end-end-radius: 4px;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .me:not([data-status='sent']) .bubble {
    outline: 1.5px dashed var(--_line-strong);
    outline-offset: -1.5px;
    background: none;
    color: var(--_ink);
  }
  .me[data-status='failed'] .bubble {
    outline: 1.5px solid var(--_critical);
  }
  .failed {
    min-block-size: 24px;
    color: var(--_critical);
  }
  .them {
    align-self: flex-start;
  }
  .them .bubble {
    justify-self: start;
    border-end-start-radius: 4px;
    background: var(--_customer-tint);
  }
  .notice {
    flex: none;
    margin-inline: 24px;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
    line-height: 1.4;
    overflow-wrap: anywhere;
    text-align: center;
  }
  .below {
    position: absolute;
    min-block-size: var(--_control);
    padding-inline: 10px;
    inset-block-end: 8px;
    inset-inline: 0;
    inline-size: max-content;
    margin-inline: auto;
    border-radius: 99px;
    box-shadow: var(--_shadow-2);
  }
  @media (pointer: coarse) {
    .failed {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }
    .me .bubble {
      border-width: 2px;
    }
    .me[data-status='sent'] .bubble {
      forced-color-adjust: none;
    }
  }
`;
