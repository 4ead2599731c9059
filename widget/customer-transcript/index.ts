export { FloorwalkCustomerTranscript } from './customer-transcript.ts';
export { defineCustomerTranscript } from './define.ts';
export type { CustomerEntry } from './entry.ts';
