import type { CSSResult } from 'lit';
import type { MenuKit } from './menu-kit.ts';

/** The menu of saved views; it takes the page's own `css`, so that it is fetched alone. */
export const menuStyles = (css: MenuKit['css']): CSSResult => css`
  .views-menu {
    position: fixed;
    inset: auto;
    box-sizing: border-box;
    inline-size: min(360px, calc(100vw - 16px));
    margin: 0;
    padding: 0;
    overflow: auto;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-panel);
    background: var(--_raised);
    box-shadow: var(--_shadow-2);
    color: inherit;
  }
  .views-box .group {
    padding: 8px 12px 2px;
    color: var(--_ink-3);
    font-size: var(--_text-caption);
    font-weight: var(--_weight-strong);
  }
  .views-box ul {
    padding: 0 6px 6px;
  }
  .views-box .hint {
    margin: 0;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  .views-box > .hint {
    padding: 12px 12px 8px;
  }
  .view-line {
    display: flex;
    gap: 2px;
    align-items: center;
  }
  .view-open {
    display: flex;
    flex: 1;
    gap: 8px;
    justify-content: flex-start;
    min-inline-size: 0;
    font-weight: var(--_weight);
    text-align: start;
  }
  .view-line :focus-visible {
    outline-offset: -2px;
  }
  .view-open[aria-current] {
    font-weight: var(--_weight-strong);
  }
  .view-open small {
    flex: none;
    max-inline-size: 40%;
    margin-inline-start: auto;
    font-weight: var(--_weight);
  }
  .view-line [aria-pressed='false'] svg {
    opacity: 0.45;
  }
  .view-form {
    display: grid;
    gap: 8px;
    padding: 8px 12px 12px;
  }
  .view-form.end {
    border-block-start: 1px solid var(--_line);
    background: var(--_sunken);
  }
  .view-form label {
    display: grid;
    gap: 4px;
  }
  .view-form .view-tick {
    display: flex;
    gap: 8px;
    align-items: baseline;
  }
  .view-form .view-tick input {
    accent-color: var(--_accent);
  }
  .view-acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;
