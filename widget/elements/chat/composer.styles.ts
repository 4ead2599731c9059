import { css } from '../../styles/css.ts';

/** Large enough for thumbs; the field at 16 px so that phones do not zoom. */
export const composerStyles = css`
  .compose {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: flex-end;
    padding: 10px 12px;
    border-block-start: 1px solid var(--_line);
  }
  textarea.field {
    flex: 1;
    inline-size: auto;
    min-inline-size: 0;
    min-block-size: 44px;
    max-block-size: 40vh;
    padding: 10px 14px;
    border-radius: 20px;
    font-size: max(16px, 1rem);
    line-height: 22px;
    resize: none;
    field-sizing: content;
  }
  .button.square {
    inline-size: 44px;
    min-block-size: 44px;
    border-radius: 22px;
  }
  .compose .button[aria-disabled='true'] {
    border: 1px dashed var(--_line-strong);
  }
  .compose .icon {
    inline-size: 20px;
    block-size: 20px;
  }
  .length {
    flex-basis: 100%;
  }
`;
