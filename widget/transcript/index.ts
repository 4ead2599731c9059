export { defineTranscript } from './define.ts';
export type { Receipt, SendingStatus, TranscriptEntry, TranscriptReader } from './entry.ts';
export { renderEntry, renderReceipt } from './render-entry.ts';
export { StickToEnd } from '../scroll/stick-to-end.ts';
export { FloorwalkTranscript } from './transcript.ts';
export { typingLine, typingStyles } from './typing-line.ts';
