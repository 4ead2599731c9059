import { css } from './css.ts';

/**
 * Floorwalk's design values as private names (`--_ink`), each a `var(--floorwalk-ink, default)`, so that a host page
 * overrides any of them on the element or any ancestor. `light-dark()` follows the `color-scheme` that the page sets.
 * Contrast of the defaults: text at least 4.5, lines and pictures at least 3, in both schemes.
 */
export const tokens = css`
  :host {
    /* surfaces: three steps, no more */
    --_canvas: var(--floorwalk-canvas, light-dark(#eff1f3, #0d1013));
    --_surface: var(--floorwalk-surface, light-dark(#ffffff, #15191e));
    --_sunken: var(--floorwalk-sunken, light-dark(#f5f6f8, #101418));
    --_raised: var(--floorwalk-raised, light-dark(#ffffff, #1d2228));
    --_hover: var(--floorwalk-hover, light-dark(#f3f5f7, #1b2026));
    --_selected: var(--floorwalk-selected, light-dark(#e6eaef, #262d35));
    --_scrim: var(--floorwalk-scrim, light-dark(rgb(20 25 31 / 0.42), rgb(0 0 0 / 0.62)));

    /* ink */
    --_ink: var(--floorwalk-ink, light-dark(#14181d, #e9ecef));
    --_ink-2: var(--floorwalk-ink-2, light-dark(#434c57, #b7bfc8));
    --_ink-3: var(--floorwalk-ink-3, light-dark(#5b6571, #929ca7));
    --_line: var(--floorwalk-line, light-dark(#e1e5e9, #272d34));
    --_line-strong: var(--floorwalk-line-strong, light-dark(#78828e, #737e8a));

    /* action: ink by default; the one colour a host page is invited to replace */
    --_accent: var(--floorwalk-accent, light-dark(#1a2027, #e9ecef));
    --_on-accent: var(--floorwalk-on-accent, light-dark(#ffffff, #14181d));
    --_focus: var(--floorwalk-focus, light-dark(#14181d, #ffffff));

    /* the customer reads it */
    --_public: var(--floorwalk-public, light-dark(#1a55b8, #2c69cf));
    --_on-public: var(--floorwalk-on-public, light-dark(#ffffff, #ffffff));
    --_public-ink: var(--floorwalk-public-ink, light-dark(#1a4fa8, #9cc1ff));
    --_public-line: var(--floorwalk-public-line, light-dark(#1a55b8, #5f97f2));
    --_public-tint: var(--floorwalk-public-tint, light-dark(#e3edfc, #172a49));
    --_customer-tint: var(--floorwalk-customer-tint, light-dark(#eceff2, #272d35));

    /* somebody must act */
    --_critical: var(--floorwalk-critical, light-dark(#b3261e, #ff9d92));
    --_critical-fill: var(--floorwalk-critical-fill, light-dark(#b3261e, #c43c31));
    --_on-critical: var(--floorwalk-on-critical, light-dark(#ffffff, #ffffff));
    --_critical-tint: var(--floorwalk-critical-tint, light-dark(#fcebe9, #371b19));

    /* could take one */
    --_positive: var(--floorwalk-positive, light-dark(#17703d, #6ecb93));
    --_positive-tint: var(--floorwalk-positive-tint, light-dark(#e2f3e9, #14301f));

    /* pictures: loads, waits, trends */
    --_graph: var(--floorwalk-graph, light-dark(#56616e, #a3adb8));
    --_graph-track: var(--floorwalk-graph-track, light-dark(#dde2e7, #2c333b));

    /* type: never below 12 px except key caps; max() survives hosts that set html to 62.5 % */
    --_font-mono: var(--floorwalk-font-mono, ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace);
    --_text-key: var(--floorwalk-text-key, max(11px, 0.6875rem));
    --_text-caption: var(--floorwalk-text-caption, max(12px, 0.75rem));
    --_text-body: var(--floorwalk-text-body, max(13px, 0.8125rem));
    --_text-read: var(--floorwalk-text-read, max(14px, 0.875rem));
    --_text-title: var(--floorwalk-text-title, max(16px, 1rem));
    --_text-display: var(--floorwalk-text-display, max(24px, 1.5rem));
    --_leading-tight: var(--floorwalk-leading-tight, 1.25);
    --_leading: var(--floorwalk-leading, 1.4);
    --_leading-read: var(--floorwalk-leading-read, 1.5);
    --_weight: var(--floorwalk-weight, 400);
    --_weight-strong: var(--floorwalk-weight-strong, 600);

    /* space: fours, with a two and a six for dense rows */
    --_space-1: var(--floorwalk-space-1, 2px);
    --_space-2: var(--floorwalk-space-2, 4px);
    --_space-3: var(--floorwalk-space-3, 6px);
    --_space-4: var(--floorwalk-space-4, 8px);
    --_space-5: var(--floorwalk-space-5, 12px);
    --_space-6: var(--floorwalk-space-6, 16px);
    --_space-7: var(--floorwalk-space-7, 24px);
    --_space-8: var(--floorwalk-space-8, 32px);

    /* density */
    --_row: var(--floorwalk-row, 44px);
    --_control: var(--floorwalk-control, 28px);
    --_icon: var(--floorwalk-icon, 16px);

    /* shape */
    --_radius-control: var(--floorwalk-radius-control, 5px);
    --_radius-panel: var(--floorwalk-radius-panel, 8px);
    --_radius-outside: var(--floorwalk-radius-outside, 16px);

    /* what floats */
    --_shadow-1: var(--floorwalk-shadow-1, 0 1px 2px light-dark(rgb(20 25 31 / 0.08), rgb(0 0 0 / 0.4)));
    --_shadow-2: var(
      --floorwalk-shadow-2,
      0 2px 6px light-dark(rgb(20 25 31 / 0.1), rgb(0 0 0 / 0.5)),
      0 12px 32px light-dark(rgb(20 25 31 / 0.16), rgb(0 0 0 / 0.6))
    );
    --_hatch-critical: var(
      --floorwalk-hatch-critical,
      repeating-linear-gradient(135deg, var(--_critical) 0 2px, transparent 2px 4px)
    );

    /* motion: explains a change, then stops; nothing loops */
    --_motion-fast: var(--floorwalk-motion-fast, 90ms);
    --_motion: var(--floorwalk-motion, 160ms);
    --_motion-slow: var(--floorwalk-motion-slow, 240ms);
    --_ease: var(--floorwalk-ease, cubic-bezier(0.2, 0, 0, 1));
  }

  @media (pointer: coarse) {
    :host {
      --_row: var(--floorwalk-row, 56px);
      --_control: var(--floorwalk-control, 44px);
      --_icon: var(--floorwalk-icon, 20px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion-fast: 0ms;
      --_motion: 0ms;
      --_motion-slow: 0ms;
    }
  }

  @media (prefers-contrast: more) {
    :host {
      --_ink-2: var(--floorwalk-ink-2, light-dark(#14181d, #ffffff));
      --_ink-3: var(--floorwalk-ink-3, light-dark(#2b333c, #dfe4e9));
      --_line: var(--floorwalk-line, light-dark(#78828e, #737e8a));
      --_line-strong: var(--floorwalk-line-strong, light-dark(#2b333c, #dfe4e9));
    }
  }

  /* Forced colours: meaning moves to words, shape and border style, all of which stay. */
  @media (forced-colors: active) {
    :host {
      --_canvas: Canvas;
      --_surface: Canvas;
      --_sunken: Canvas;
      --_raised: Canvas;
      --_hover: Canvas;
      --_selected: Canvas;
      --_ink: CanvasText;
      --_ink-2: CanvasText;
      --_ink-3: CanvasText;
      --_line: CanvasText;
      --_line-strong: CanvasText;
      --_accent: ButtonText;
      --_on-accent: ButtonFace;
      --_focus: Highlight;
      --_public: Highlight;
      --_on-public: HighlightText;
      --_public-ink: CanvasText;
      --_public-line: Highlight;
      --_public-tint: Canvas;
      --_customer-tint: Canvas;
      --_critical: CanvasText;
      --_critical-fill: CanvasText;
      --_on-critical: Canvas;
      --_critical-tint: Canvas;
      --_positive: CanvasText;
      --_positive-tint: Canvas;
      --_graph: CanvasText;
      --_graph-track: GrayText;
    }
  }
`;
