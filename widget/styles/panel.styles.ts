import { css } from './css.ts';

/**
 * A panel on the host's page, the strips that tell of trouble, and the tiles with initials:
 * people of the house are square, customers round.
 */
export const panel = css`
  .panel {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
    overflow: clip;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-panel);
    background: var(--_surface);
  }
  .title {
    font-size: var(--_text-title);
    letter-spacing: -0.01em;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  /* However long a name is, what stands below it keeps its place. */
  .about > * {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  .strip {
    display: flex;
    gap: 10px;
    align-items: center;
    padding: 8px 12px;
    border-block-end: 1px solid var(--_line);
    line-height: 18px;
  }
  .strip > .button {
    flex: none;
    margin-inline-start: auto;
  }
  .strip.still {
    border-inline-start: 4px double var(--_line-strong);
    background: var(--_sunken);
  }

  .who {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    overflow: hidden;
    border-radius: 4px;
    background: var(--_customer-tint);
    color: var(--_ink-2);
    font-size: var(--_text-key);
    font-weight: var(--_weight-strong);
  }
  .who.customer {
    border-radius: 50%;
  }
  .who.big {
    inline-size: 32px;
    block-size: 32px;
    font-size: var(--_text-caption);
  }
  @media (forced-colors: active) {
    .who {
      border: 1px solid CanvasText;
    }
  }
`;
