/** Shapes that customers see as well: 16 px grid, 1.5 px stroke, current colour. Each is one path, so that all of them are one template. */
export const customerShapes = {
  send: 'M8 13.5v-11M3.5 7 8 2.5 12.5 7',
  tick: 'M3 8.5l3.5 3.5L13 4.5',
  clock: 'M2 8a6 6 0 1 1 12 0 6 6 0 1 1-12 0ZM8 4.5V8l2.5 1.5',
  warning: 'M8 2 14.5 13.5h-13ZM8 6.5v3M8 11.7v.1',
  brokenLink: 'M6.5 5 8 3.5a3 3 0 0 1 4.5 4.2L11 9M9.5 11 8 12.5a3 3 0 0 1-4.5-4.2L5 7M2 2l12 12',
  chevron: 'M4 6l4 4 4-4',
  save: 'M8 2.5V10M4.5 7 8 10.5 11.5 7M3 13.5h10',
  bot: 'M4.5 5.5h7a1.5 1.5 0 0 1 1.5 1.5v4.5a1.5 1.5 0 0 1-1.5 1.5h-7a1.5 1.5 0 0 1-1.5-1.5v-4.5a1.5 1.5 0 0 1 1.5-1.5ZM8 2.5v3M6 9v.5M10 9v.5',
  person: 'M5.3 5.5a2.7 2.7 0 1 1 5.4 0 2.7 2.7 0 1 1-5.4 0ZM2.8 13.8c.5-2.7 2.5-4.2 5.2-4.2s4.7 1.5 5.2 4.2',
} as const;
