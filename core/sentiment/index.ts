export { alertNow } from './alert.ts';
export type { Analyse } from './analyse.ts';
export { direction } from './direction.ts';
export type { Direction } from './direction.ts';
export { addScore, SCORES_KEPT, stepOf, stepOfScore } from './step.ts';
export type { Step } from './step.ts';
