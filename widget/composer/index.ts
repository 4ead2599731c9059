export { FloorwalkComposer } from './composer.ts';
export { defineComposer } from './define.ts';
export { memoryDrafts, sessionDrafts } from './draft-store.ts';
export type { DraftStore } from './draft-store.ts';
export { speakingBand, speakingStyles } from './speaking-band.ts';
