import { define } from '../define/define.ts';
import { FloorwalkTranscript } from './transcript.ts';

/** Registers `floorwalk-transcript`. */
export const defineTranscript = (): boolean => define('floorwalk-transcript', FloorwalkTranscript);
