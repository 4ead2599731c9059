import { define } from '../define/define.ts';
import { FloorwalkCustomerTranscript } from './customer-transcript.ts';

/** Registers `floorwalk-customer-transcript`. */
export const defineCustomerTranscript = (): boolean =>
  define('floorwalk-customer-transcript', FloorwalkCustomerTranscript);
