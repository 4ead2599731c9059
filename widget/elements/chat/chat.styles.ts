import { css } from '../../styles/css.ts';

/** The customer's chat: head, conversation, composer; fills its box on a phone. */
export const chatStyles = css`
  :host {
    display: block;
    container: chat / inline-size !important;
    block-size: min(640px, 100dvh);
    max-inline-size: 460px;
    --_text-body: var(--floorwalk-text-body, max(15px, 0.9375rem));
  }
  .strong {
    font-weight: var(--_weight-strong);
  }
  .button {
    min-block-size: 44px;
    padding-inline: 18px;
    border-radius: 22px;
  }
  .panel {
    block-size: 100%;
    border-radius: var(--_radius-outside);
  }
  .head {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: 69px;
    padding: 12px 14px;
    border-block-end: 1px solid var(--_line);
  }
  .head .about {
    flex: 1;
    min-inline-size: 0;
  }
  .muted {
    color: var(--_ink-3);
    font-size: var(--_text-caption);
  }
  .start {
    display: grid;
    gap: 12px;
    align-content: start;
    flex: 1;
    padding: 20px;
    overflow: auto;
  }
  .place {
    display: grid;
    gap: 4px;
    justify-items: center;
    padding: 18px 20px 8px;
    text-align: center;
  }
  .place strong {
    font-size: var(--_text-display);
    line-height: 1.2;
  }
  .typing {
    min-block-size: 18px;
    padding-inline: 16px;
    color: var(--_ink-3);
    font-size: var(--_text-caption);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    padding: 10px 14px;
    border-block-start: 1px solid var(--_line);
  }
  .foot.ended .pair {
    display: grid;
  }
  .pair:empty {
    display: none;
  }
  .foot .pair {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    gap: 8px;
  }
  .head .button,
  .pair .button {
    flex: 0 1 auto;
    padding-inline: 14px;
  }
  .pair .button {
    flex-grow: 1;
  }
  @container chat (max-width: 360px) {
    .head .who {
      display: none;
    }
  }
  .field {
    min-block-size: 44px;
    font-size: max(16px, 1rem);
  }
`;
