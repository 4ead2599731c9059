import { css } from 'lit';

/**
 * The values of the internal plane: square, hatched, ochre. Apart from `tokens`, so that a customer's element does not
 * carry them.
 */
export const internalTokens = css`
  :host {
    --_internal-paper: var(--floorwalk-internal-paper, light-dark(#fcf3d9, #2a2312));
    --_internal-ink: var(--floorwalk-internal-ink, light-dark(#6a4700, #f0cd7a));
    --_internal-line: var(--floorwalk-internal-line, light-dark(#97700f, #a98634));
    --_radius-inside: var(--floorwalk-radius-inside, 2px);
    --_hatch: var(
      --floorwalk-hatch,
      repeating-linear-gradient(135deg, var(--_internal-line) 0 2px, transparent 2px 5px)
    );
  }

  @media (forced-colors: active) {
    :host {
      --_internal-paper: Canvas;
      --_internal-ink: CanvasText;
      --_internal-line: CanvasText;
    }
  }
`;
