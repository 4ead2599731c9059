import { css } from 'lit';

/** For `static styles` of every element that draws a picture. */
export const pictureStyles = css`
  .picture {
    display: block;
    flex: none;
    overflow: visible;
  }
  .picture:is(.spark, .wait, .load):dir(rtl) {
    transform: scaleX(-1);
  }
  .spark .mid {
    stroke: var(--_graph-track);
    stroke-width: 1;
  }
  .spark .bar {
    fill: var(--_graph);
  }
  .spark .newest {
    fill: var(--_ink);
  }
  .spark.bad .newest {
    fill: var(--_critical);
  }
  .wait .track,
  .load .track {
    fill: var(--_graph-track);
  }
  .wait .used,
  .load .used {
    fill: var(--_graph);
  }
  .wait .target,
  .load .cap {
    fill: var(--_ink);
  }
  .wait.late .used,
  .load .over {
    fill: var(--_critical);
  }
  .load .gap {
    fill: var(--_surface);
  }
  .load .ghost {
    fill: var(--_surface);
    stroke: var(--_ink);
    stroke-width: 1.25;
  }
  .load .ghost.excess {
    stroke: var(--_critical);
    stroke-dasharray: 3 2;
  }
  .presence {
    color: var(--_ink-3);
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .presence .solid {
    fill: currentColor;
    stroke: none;
  }
  .presence .cut-out {
    stroke: var(--_surface);
  }
  .presence[data-presence='available'] {
    color: var(--_positive);
  }
  .presence[data-presence='busy'] {
    color: var(--_graph);
  }
  .presence[data-presence='doNotDisturb'] {
    color: var(--_ink);
  }
  .presence:is([data-presence='inactive'], [data-presence='unreachable']) {
    color: var(--_critical);
  }
  .ring circle {
    fill: none;
    stroke-width: 3;
  }
  .ring .track {
    stroke: var(--_graph-track);
  }
  .ring .left {
    stroke: var(--_ink);
  }
  .ring text {
    fill: var(--_ink);
    font-size: 13px;
    font-weight: var(--_weight-strong);
    font-variant-numeric: tabular-nums;
    text-anchor: middle;
  }
  .ring text.long {
    font-size: 11px;
    font-weight: var(--_weight);
  }
  @media (forced-colors: active) {
    .wait .track,
    .load .track {
      fill: Canvas;
      stroke: GrayText;
    }
    .load .over,
    .wait.late .used {
      fill: Highlight;
    }
  }
`;
