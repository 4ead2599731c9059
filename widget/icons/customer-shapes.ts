import { svg } from 'lit';

/** Shapes that customers see as well: 16 px grid, 1.5 px stroke, current colour. */
export const customerShapes = {
  send: svg`<path d="M8 13.5v-11M3.5 7 8 2.5 12.5 7"/>`,
  tick: svg`<path d="m3 8.5 3.5 3.5L13 4.5"/>`,
  doubleTick: svg`<path d="m1 8.5 3 3.5 6-7.5M7 11.3l.7.7 6.3-7.5"/>`,
  clock: svg`<circle cx="8" cy="8" r="6"/><path d="M8 4.5V8l2.5 1.5"/>`,
  warning: svg`<path d="M8 2 14.5 13.5h-13Z"/><path d="M8 6.5v3M8 11.7v.1"/>`,
  brokenLink: svg`<path d="M6.5 5 8 3.5a3 3 0 0 1 4.5 4.2L11 9M9.5 11 8 12.5a3 3 0 0 1-4.5-4.2L5 7M2 2l12 12"/>`,
  info: svg`<circle cx="8" cy="8" r="6"/><path d="M8 7.3V11M8 5v.1"/>`,
  chevron: svg`<path d="m4 6 4 4 4-4"/>`,
  close: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
  retry: svg`<path d="M13 8a5 5 0 1 1-1.5-3.6L13 6M13 2.5V6H9.5"/>`,
  save: svg`<path d="M8 2.5V10M4.5 7 8 10.5 11.5 7M3 13.5h10"/>`,
  bot: svg`<rect x="3" y="5.5" width="10" height="7.5" rx="1.5"/><path d="M8 2.5v3M6 9v.5M10 9v.5"/>`,
  person: svg`<circle cx="8" cy="5.5" r="2.7"/><path d="M2.8 13.8c.5-2.7 2.5-4.2 5.2-4.2s4.7 1.5 5.2 4.2"/>`,
} as const;
