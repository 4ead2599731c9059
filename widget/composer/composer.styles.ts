import { css } from 'lit';

/** Internal is square, dashed, hatched and flush; public is round, solid and floats. */
export const composerStyles = css`
  :host {
    container: composer / inline-size;
  }
  .compose {
    position: relative;
    min-inline-size: 0;
  }
  .head,
  .foot {
    display: flex;
    gap: 8px;
    align-items: center;
    min-inline-size: 0;
  }
  .head > b {
    flex: 0 1 auto;
    white-space: nowrap;
  }
  .readers {
    flex: 1 1 0;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .foot {
    flex-wrap: wrap;
  }
  .foot .button {
    min-inline-size: 0;
    max-inline-size: 100%;
    white-space: nowrap;
  }
  .text {
    display: block;
    inline-size: 100%;
    min-block-size: 62px;
    max-block-size: 40vh;
    padding: 8px 10px;
    border: 0;
    background: transparent;
    color: var(--_ink);
    font-size: var(--_text-read);
    line-height: 1.45;
    resize: none;
    field-sizing: content;
  }
  .length {
    padding-block-start: 4px;
  }

  .internal {
    padding: 8px 14px 10px 28px;
    padding-inline: 28px 14px;
    border-block-start: 1px dashed var(--_internal-line);
    background: var(--_internal-paper);
  }
  .internal::before {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 10px;
    border-inline-end: 1px solid var(--_internal-line);
    background: var(--_hatch);
    content: '';
  }
  .internal .head {
    margin-block-end: 6px;
    color: var(--_internal-ink);
  }
  .internal .foot {
    margin-block-start: 8px;
  }
  .internal .text {
    border: 1px dashed var(--_internal-line);
    border-radius: var(--_radius-inside);
    background: var(--_surface);
  }
  .internal .text:focus-visible {
    outline-offset: -1px;
  }
  .internal .button.plain:hover {
    background: var(--_surface);
  }
  .internal .button[aria-disabled='true'] {
    border-color: var(--_internal-line);
    color: var(--_internal-ink);
  }
  .internal .key {
    border-color: var(--_internal-line);
    background: none;
    color: var(--_internal-ink);
  }

  .public {
    margin: 4px 12px 12px;
    border: 2px solid var(--_public-line);
    border-radius: var(--_radius-outside);
    background: var(--_surface);
    box-shadow: var(--_shadow-2);
  }
  .public:has(.text:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .public .text:focus-visible {
    outline: none;
  }
  .public .head {
    margin: -1px -1px 0;
    padding: 7px 14px;
    border-radius: calc(var(--_radius-outside) - 2px) calc(var(--_radius-outside) - 2px) 0 0;
    background: var(--_public);
    color: var(--_on-public);
  }
  .public .text {
    min-block-size: 74px;
    padding: 10px 14px;
  }
  .public .length {
    padding: 0 14px 8px;
  }
  .public .foot {
    padding: 0 10px 10px;
  }
  .public .key {
    background: none;
  }
  .send {
    min-block-size: max(34px, var(--_control));
    padding-inline: 16px;
    border: 0;
    border-radius: 99px;
    background: var(--_public);
    color: var(--_on-public);
    font-weight: var(--_weight-strong);
  }
  .send:not([aria-disabled='true']):hover {
    background: var(--_public);
  }
  .send[aria-disabled='true'] {
    border: 1px dashed var(--_line-strong);
    border-radius: 99px;
  }
  .to-internal {
    border: 1px dashed var(--_internal-line);
    border-radius: var(--_radius-inside);
    background: var(--_internal-paper);
    color: var(--_internal-ink);
  }
  .to-internal:hover {
    background: var(--_internal-paper);
    text-decoration: underline;
  }
  .to-internal .key {
    border-color: currentColor;
    color: inherit;
  }

  @container composer (max-width: 430px) {
    .head {
      flex-wrap: wrap;
      row-gap: 0;
    }
    .readers {
      flex-basis: 100%;
    }
  }
  @container composer (max-width: 490px) {
    .key {
      display: none;
    }
  }
  @media (pointer: coarse) {
    .text {
      font-size: max(16px, 1rem);
    }
  }
  @media (forced-colors: active) {
    .internal::before,
    .public .head,
    .send:not([aria-disabled='true']) {
      forced-color-adjust: none;
    }
  }
`;
