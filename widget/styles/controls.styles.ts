import { css } from './css.ts';

/**
 * Buttons and fields. `button` is the quiet one; `primary` (one a panel), `plain` and `square` vary it.
 * A control that is off says `aria-disabled="true"`, keeps its place and focus, and has its reason beside it.
 */
export const controls = css`
  button,
  .button,
  input,
  textarea {
    margin: 0;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }
  .button {
    display: inline-flex;
    gap: var(--_space-3);
    align-items: center;
    justify-content: center;
    min-block-size: var(--_control);
    min-inline-size: 24px;
    padding: 0 10px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    cursor: default;
    text-align: start;
    text-decoration: none;
    transition: background-color var(--_motion-fast) var(--_ease);
  }
  .button:hover {
    background: var(--_hover);
  }
  .button.plain {
    padding-inline: 6px;
    border-color: transparent;
    background: none;
  }
  .button.plain:hover {
    background: var(--_hover);
  }
  .button.square {
    flex: none;
    inline-size: var(--_control);
    padding: 0;
  }
  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: var(--_weight-strong);
  }
  .button.primary:not([aria-disabled='true'], :disabled):hover {
    background: var(--_accent);
  }
  .button[aria-disabled='true'],
  .button:disabled {
    border-color: var(--_line);
    border-style: dashed;
    background: none;
    color: var(--_ink-3);
    font-weight: var(--_weight);
  }

  .field {
    display: block;
    inline-size: 100%;
    min-block-size: max(34px, var(--_control));
    padding: 6px 10px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: var(--_ink);
  }
  .field::placeholder {
    color: var(--_ink-3);
    opacity: 1;
  }
  .field:focus-visible {
    outline-offset: -1px;
  }
  .field[aria-invalid='true'] {
    border-color: var(--_critical);
    border-width: 2px;
  }
  .label {
    display: flex;
    gap: 6px;
    align-items: baseline;
    margin-block-end: 3px;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
    font-weight: var(--_weight-strong);
  }
  @media (pointer: coarse) {
    input.field,
    textarea.field {
      font-size: max(16px, 1rem);
    }
  }
  @media (forced-colors: active) {
    .button.primary:not([aria-disabled='true'], :disabled) {
      border-color: ButtonText;
      background: ButtonText;
      color: ButtonFace;
      forced-color-adjust: none;
    }
    .button[aria-disabled='true'],
    .button:disabled {
      color: GrayText;
    }
  }
`;
