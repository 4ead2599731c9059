import { css } from 'lit';

/** The tab is the whole page. Themes are the host's: its contrast theme is no forced-colours mode, so it has colours here. */
export const teamsStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 8px;
    box-sizing: border-box;
    block-size: 100dvh;
    padding: 8px;
    background: var(--_canvas);
    color: var(--_ink);
    font-family: 'Segoe UI', system-ui, sans-serif;
    color-scheme: light dark;
  }
  :host([theme='default']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='contrast']) {
    --floorwalk-canvas: #000;
    --floorwalk-surface: #000;
    --floorwalk-sunken: #000;
    --floorwalk-raised: #000;
    --floorwalk-hover: #262626;
    --floorwalk-selected: #262626;
    --floorwalk-ink: #fff;
    --floorwalk-ink-2: #fff;
    --floorwalk-ink-3: #fff;
    --floorwalk-line: #fff;
    --floorwalk-line-strong: #fff;
    --floorwalk-accent: #fff;
    --floorwalk-on-accent: #000;
    --floorwalk-focus: #1aebff;
    --floorwalk-public: #1aebff;
    --floorwalk-on-public: #000;
    --floorwalk-public-ink: #1aebff;
    --floorwalk-public-line: #1aebff;
    --floorwalk-public-tint: #000;
    --floorwalk-customer-tint: #000;
    --floorwalk-critical: #ff8a80;
    --floorwalk-critical-fill: #ff8a80;
    --floorwalk-on-critical: #000;
    --floorwalk-critical-tint: #000;
    --floorwalk-internal-paper: #000;
    --floorwalk-internal-ink: #ffff01;
    --floorwalk-internal-line: #ffff01;
    --floorwalk-positive: #3ff23f;
    --floorwalk-positive-tint: #000;
    --floorwalk-graph: #fff;
    --floorwalk-graph-track: #595959;
    color-scheme: dark;
  }
  .still {
    padding: 24px;
  }
  .trouble {
    flex: none;
  }
  floorwalk-supervisor {
    flex: 1;
  }
`;
