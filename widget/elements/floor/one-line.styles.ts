import { css } from 'lit';

/** Rows too low for two lines: what stands below goes beside, and is cut before the first line is. */
export const oneLine = css`
  .row:not(.heads) {
    container: line / size;
  }
  @container line (max-height: 40px) {
    .two,
    .wait,
    .mood {
      display: flex;
      gap: 8px;
      align-items: baseline;
      overflow: hidden;
    }
    .two > :first-child {
      flex: none;
      max-inline-size: 100%;
    }
    .wait,
    .mood {
      align-items: center;
    }
    .wait {
      justify-content: end;
    }
    .wait .picture {
      flex: 1;
    }
    /* "Slightly" alone would say nothing: the picture says it, and the words are there for who hears them. */
    .mood .sub {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .c-icon {
      line-height: 1;
    }
    .row .c-why .line:only-child .reason {
      white-space: nowrap;
    }
  }
`;
